// Written by npm run dysms:write, from the declarations of @alicloud/dysmsapi20170525.
import type { DysmsResponse, DysmsRuntimeOptions } from './dysms-call.js';

export interface SignOperations {
  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/AddExtCodeSign */
  addExtCodeSign(request: AddExtCodeSignRequest): Promise<AddExtCodeSignResponse>;
  addExtCodeSignWithOptions(
    request: AddExtCodeSignRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<AddExtCodeSignResponse>;

  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/AddSmsSign */
  addSmsSign(request: AddSmsSignRequest): Promise<AddSmsSignResponse>;
  addSmsSignWithOptions(
    request: AddSmsSignRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<AddSmsSignResponse>;

  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/CreateSmsSign */
  createSmsSign(request: CreateSmsSignRequest): Promise<CreateSmsSignResponse>;
  createSmsSignWithOptions(
    request: CreateSmsSignRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<CreateSmsSignResponse>;

  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/DeleteExtCodeSign */
  deleteExtCodeSign(request: DeleteExtCodeSignRequest): Promise<DeleteExtCodeSignResponse>;
  deleteExtCodeSignWithOptions(
    request: DeleteExtCodeSignRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<DeleteExtCodeSignResponse>;

  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/DeleteSmsSign */
  deleteSmsSign(request: DeleteSmsSignRequest): Promise<DeleteSmsSignResponse>;
  deleteSmsSignWithOptions(
    request: DeleteSmsSignRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<DeleteSmsSignResponse>;

  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/ModifySmsSign */
  modifySmsSign(request: ModifySmsSignRequest): Promise<ModifySmsSignResponse>;
  modifySmsSignWithOptions(
    request: ModifySmsSignRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<ModifySmsSignResponse>;

  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/UpdateExtCodeSign */
  updateExtCodeSign(request: UpdateExtCodeSignRequest): Promise<UpdateExtCodeSignResponse>;
  updateExtCodeSignWithOptions(
    request: UpdateExtCodeSignRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<UpdateExtCodeSignResponse>;

  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/UpdateSmsSign */
  updateSmsSign(request: UpdateSmsSignRequest): Promise<UpdateSmsSignResponse>;
  updateSmsSignWithOptions(
    request: UpdateSmsSignRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<UpdateSmsSignResponse>;
}

export interface AddExtCodeSignRequest {
  extCode?: string | undefined;
  ownerId?: number | undefined;
  resourceOwnerAccount?: string | undefined;
  resourceOwnerId?: number | undefined;
  signName?: string | undefined;
}

export interface AddExtCodeSignResponseBody {
  accessDeniedDetail?: string;
  code?: string;
  data?: boolean;
  message?: string;
  requestId?: string;
  success?: boolean;
}

export type AddExtCodeSignResponse = DysmsResponse<AddExtCodeSignResponseBody>;

export interface AddSmsSignRequestSignFileList {
  fileContents?: string | undefined;
  fileSuffix?: string | undefined;
}

export interface AddSmsSignRequest {
  ownerId?: number | undefined;
  remark?: string | undefined;
  resourceOwnerAccount?: string | undefined;
  resourceOwnerId?: number | undefined;
  signFileList?: AddSmsSignRequestSignFileList[] | undefined;
  signName?: string | undefined;
  signSource?: number | undefined;
  signType?: number | undefined;
}

export interface AddSmsSignResponseBody {
  code?: string;
  message?: string;
  requestId?: string;
  signName?: string;
}

export type AddSmsSignResponse = DysmsResponse<AddSmsSignResponseBody>;

export interface CreateSmsSignRequest {
  appIcpRecordId?: number | undefined;
  applySceneContent?: string | undefined;
  authorizationLetterId?: number | undefined;
  moreData?: string[] | undefined;
  ownerId?: number | undefined;
  qualificationId?: number | undefined;
  remark?: string | undefined;
  resourceOwnerAccount?: string | undefined;
  resourceOwnerId?: number | undefined;
  signName?: string | undefined;
  signSource?: number | undefined;
  signType?: number | undefined;
  thirdParty?: boolean | undefined;
  trademarkId?: number | undefined;
}

export interface CreateSmsSignResponseBody {
  code?: string;
  message?: string;
  orderId?: string;
  requestId?: string;
  signName?: string;
}

export type CreateSmsSignResponse = DysmsResponse<CreateSmsSignResponseBody>;

export interface DeleteExtCodeSignRequest {
  extCode?: string | undefined;
  ownerId?: number | undefined;
  resourceOwnerAccount?: string | undefined;
  resourceOwnerId?: number | undefined;
  signName?: string | undefined;
}

export interface DeleteExtCodeSignResponseBody {
  accessDeniedDetail?: string;
  code?: string;
  data?: boolean;
  message?: string;
  requestId?: string;
  success?: boolean;
}

export type DeleteExtCodeSignResponse = DysmsResponse<DeleteExtCodeSignResponseBody>;

export interface DeleteSmsSignRequest {
  ownerId?: number | undefined;
  resourceOwnerAccount?: string | undefined;
  resourceOwnerId?: number | undefined;
  signName?: string | undefined;
}

export interface DeleteSmsSignResponseBody {
  code?: string;
  message?: string;
  requestId?: string;
  signName?: string;
}

export type DeleteSmsSignResponse = DysmsResponse<DeleteSmsSignResponseBody>;

export interface ModifySmsSignRequestSignFileList {
  fileContents?: string | undefined;
  fileSuffix?: string | undefined;
}

export interface ModifySmsSignRequest {
  ownerId?: number | undefined;
  remark?: string | undefined;
  resourceOwnerAccount?: string | undefined;
  resourceOwnerId?: number | undefined;
  signFileList?: ModifySmsSignRequestSignFileList[] | undefined;
  signName?: string | undefined;
  signSource?: number | undefined;
  signType?: number | undefined;
}

export interface ModifySmsSignResponseBody {
  code?: string;
  message?: string;
  requestId?: string;
  signName?: string;
}

export type ModifySmsSignResponse = DysmsResponse<ModifySmsSignResponseBody>;

export interface UpdateExtCodeSignRequest {
  existExtCode?: string | undefined;
  newExtCode?: string | undefined;
  ownerId?: number | undefined;
  resourceOwnerAccount?: string | undefined;
  resourceOwnerId?: number | undefined;
  signName?: string | undefined;
}

export interface UpdateExtCodeSignResponseBody {
  accessDeniedDetail?: string;
  code?: string;
  data?: boolean;
  message?: string;
  requestId?: string;
  success?: boolean;
}

export type UpdateExtCodeSignResponse = DysmsResponse<UpdateExtCodeSignResponseBody>;

export interface UpdateSmsSignRequest {
  appIcpRecordId?: number | undefined;
  applySceneContent?: string | undefined;
  authorizationLetterId?: number | undefined;
  moreData?: string[] | undefined;
  ownerId?: number | undefined;
  qualificationId?: number | undefined;
  remark?: string | undefined;
  resourceOwnerAccount?: string | undefined;
  resourceOwnerId?: number | undefined;
  signName?: string | undefined;
  signSource?: number | undefined;
  signType?: number | undefined;
  thirdParty?: boolean | undefined;
  trademarkId?: number | undefined;
}

export interface UpdateSmsSignResponseBody {
  code?: string;
  message?: string;
  orderId?: string;
  requestId?: string;
  signName?: string;
}

export type UpdateSmsSignResponse = DysmsResponse<UpdateSmsSignResponseBody>;
