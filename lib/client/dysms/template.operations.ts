// Written by npm run dysms:write, from the declarations of @alicloud/dysmsapi20170525.
import type { DysmsResponse, DysmsRuntimeOptions } from './dysms-call.js';

export interface TemplateOperations {
  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/AddSmsTemplate @deprecated Use createSmsTemplate. */
  addSmsTemplate(request: AddSmsTemplateRequest): Promise<AddSmsTemplateResponse>;
  /** @deprecated Use createSmsTemplate. */
  addSmsTemplateWithOptions(
    request: AddSmsTemplateRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<AddSmsTemplateResponse>;

  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/CreateSmsTemplate */
  createSmsTemplate(request: CreateSmsTemplateRequest): Promise<CreateSmsTemplateResponse>;
  createSmsTemplateWithOptions(
    request: CreateSmsTemplateRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<CreateSmsTemplateResponse>;

  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/DeleteSmsTemplate */
  deleteSmsTemplate(request: DeleteSmsTemplateRequest): Promise<DeleteSmsTemplateResponse>;
  deleteSmsTemplateWithOptions(
    request: DeleteSmsTemplateRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<DeleteSmsTemplateResponse>;

  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/ModifySmsTemplate @deprecated Use updateSmsTemplate. */
  modifySmsTemplate(request: ModifySmsTemplateRequest): Promise<ModifySmsTemplateResponse>;
  /** @deprecated Use updateSmsTemplate. */
  modifySmsTemplateWithOptions(
    request: ModifySmsTemplateRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<ModifySmsTemplateResponse>;

  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/UpdateSmsTemplate */
  updateSmsTemplate(request: UpdateSmsTemplateRequest): Promise<UpdateSmsTemplateResponse>;
  updateSmsTemplateWithOptions(
    request: UpdateSmsTemplateRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<UpdateSmsTemplateResponse>;
}

export interface AddSmsTemplateRequest {
  ownerId?: number | undefined;
  remark?: string | undefined;
  resourceOwnerAccount?: string | undefined;
  resourceOwnerId?: number | undefined;
  templateContent?: string | undefined;
  templateName?: string | undefined;
  templateType?: number | undefined;
}

export interface AddSmsTemplateResponseBody {
  code?: string;
  message?: string;
  requestId?: string;
  templateCode?: string;
}

export type AddSmsTemplateResponse = DysmsResponse<AddSmsTemplateResponseBody>;

export interface CreateSmsTemplateRequest {
  applySceneContent?: string | undefined;
  intlType?: number | undefined;
  moreData?: string[] | undefined;
  ownerId?: number | undefined;
  relatedSignName?: string | undefined;
  remark?: string | undefined;
  resourceOwnerAccount?: string | undefined;
  resourceOwnerId?: number | undefined;
  templateContent?: string | undefined;
  templateName?: string | undefined;
  templateRule?: string | undefined;
  templateType?: number | undefined;
  trafficDriving?: string | undefined;
}

export interface CreateSmsTemplateResponseBody {
  code?: string;
  message?: string;
  orderId?: string;
  requestId?: string;
  templateCode?: string;
  templateName?: string;
}

export type CreateSmsTemplateResponse = DysmsResponse<CreateSmsTemplateResponseBody>;

export interface DeleteSmsTemplateRequest {
  ownerId?: number | undefined;
  resourceOwnerAccount?: string | undefined;
  resourceOwnerId?: number | undefined;
  templateCode?: string | undefined;
}

export interface DeleteSmsTemplateResponseBody {
  code?: string;
  message?: string;
  requestId?: string;
  templateCode?: string;
}

export type DeleteSmsTemplateResponse = DysmsResponse<DeleteSmsTemplateResponseBody>;

export interface ModifySmsTemplateRequest {
  ownerId?: number | undefined;
  remark?: string | undefined;
  resourceOwnerAccount?: string | undefined;
  resourceOwnerId?: number | undefined;
  templateCode?: string | undefined;
  templateContent?: string | undefined;
  templateName?: string | undefined;
  templateType?: number | undefined;
}

export interface ModifySmsTemplateResponseBody {
  code?: string;
  message?: string;
  requestId?: string;
  templateCode?: string;
}

export type ModifySmsTemplateResponse = DysmsResponse<ModifySmsTemplateResponseBody>;

export interface UpdateSmsTemplateRequest {
  applySceneContent?: string | undefined;
  intlType?: number | undefined;
  moreData?: string[] | undefined;
  ownerId?: number | undefined;
  relatedSignName?: string | undefined;
  remark?: string | undefined;
  resourceOwnerAccount?: string | undefined;
  resourceOwnerId?: number | undefined;
  templateCode?: string | undefined;
  templateContent?: string | undefined;
  templateName?: string | undefined;
  templateRule?: string | undefined;
  templateType?: number | undefined;
  trafficDriving?: string | undefined;
}

export interface UpdateSmsTemplateResponseBody {
  code?: string;
  message?: string;
  orderId?: string;
  requestId?: string;
  templateCode?: string;
  templateName?: string;
}

export type UpdateSmsTemplateResponse = DysmsResponse<UpdateSmsTemplateResponseBody>;
