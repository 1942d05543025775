// Written by npm run dysms:write, from the declarations of @alicloud/dysmsapi20170525.
import type { DysmsResponse, DysmsRuntimeOptions } from './dysms-call.js';

export interface DigitalOperations {
  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/CreateDigitalSignOrder */
  createDigitalSignOrder(
    request: CreateDigitalSignOrderRequest,
  ): Promise<CreateDigitalSignOrderResponse>;
  createDigitalSignOrderWithOptions(
    request: CreateDigitalSignOrderRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<CreateDigitalSignOrderResponse>;

  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/CreateDigitalSmsTemplate */
  createDigitalSmsTemplate(
    request: CreateDigitalSmsTemplateRequest,
  ): Promise<CreateDigitalSmsTemplateResponse>;
  createDigitalSmsTemplateWithOptions(
    request: CreateDigitalSmsTemplateRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<CreateDigitalSmsTemplateResponse>;

  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/GetMediaResourceId */
  getMediaResourceId(request: GetMediaResourceIdRequest): Promise<GetMediaResourceIdResponse>;
  getMediaResourceIdWithOptions(
    request: GetMediaResourceIdRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<GetMediaResourceIdResponse>;

  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/GetOSSInfoForUploadFile */
  getOSSInfoForUploadFile(
    request: GetOSSInfoForUploadFileRequest,
  ): Promise<GetOSSInfoForUploadFileResponse>;
  getOSSInfoForUploadFileWithOptions(
    request: GetOSSInfoForUploadFileRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<GetOSSInfoForUploadFileResponse>;

  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/QueryDigitalSignByName */
  queryDigitalSignByName(
    request: QueryDigitalSignByNameRequest,
  ): Promise<QueryDigitalSignByNameResponse>;
  queryDigitalSignByNameWithOptions(
    request: QueryDigitalSignByNameRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<QueryDigitalSignByNameResponse>;
}

export interface CreateDigitalSignOrderRequest {
  extendMessage?: string | undefined;
  orderContext?: Record<string, unknown> | undefined;
  orderType?: string | undefined;
  ownerId?: number | undefined;
  qualificationId?: number | undefined;
  qualificationVersion?: number | undefined;
  resourceOwnerAccount?: string | undefined;
  resourceOwnerId?: number | undefined;
  signId?: number | undefined;
  signIndustry?: number | undefined;
  signName?: string | undefined;
  signSource?: number | undefined;
  submitter?: string | undefined;
}

export interface CreateDigitalSignOrderResponseBody {
  accessDeniedDetail?: string;
  code?: string;
  data?: Record<string, unknown>;
  message?: string;
  requestId?: string;
  success?: boolean;
}

export type CreateDigitalSignOrderResponse = DysmsResponse<CreateDigitalSignOrderResponseBody>;

export interface CreateDigitalSmsTemplateRequestTemplateContents {
  fileContents?: string | undefined;
  fileName?: string | undefined;
  fileSize?: number | undefined;
  fileSuffix?: string | undefined;
}

export interface CreateDigitalSmsTemplateRequest {
  ownerId?: number | undefined;
  remark?: string | undefined;
  resourceOwnerAccount?: string | undefined;
  resourceOwnerId?: number | undefined;
  signName?: string | undefined;
  templateContents?: CreateDigitalSmsTemplateRequestTemplateContents[] | undefined;
  templateName?: string | undefined;
}

export interface CreateDigitalSmsTemplateResponseBody {
  code?: string;
  message?: string;
  requestId?: string;
  templateCode?: string;
}

export type CreateDigitalSmsTemplateResponse = DysmsResponse<CreateDigitalSmsTemplateResponseBody>;

export interface GetMediaResourceIdRequest {
  extendInfo?: string | undefined;
  fileSize?: number | undefined;
  memo?: string | undefined;
  ossKey?: string | undefined;
  resourceType?: number | undefined;
}

export interface GetMediaResourceIdResponseBodyData {
  resUrlDownload?: string;
  resourceId?: number;
}

export interface GetMediaResourceIdResponseBody {
  code?: string;
  data?: GetMediaResourceIdResponseBodyData;
  requestId?: string;
  success?: boolean;
}

export type GetMediaResourceIdResponse = DysmsResponse<GetMediaResourceIdResponseBody>;

export interface GetOSSInfoForUploadFileRequest {
  bizType?: string | undefined;
  ownerId?: number | undefined;
  resourceOwnerAccount?: string | undefined;
  resourceOwnerId?: number | undefined;
}

export interface GetOSSInfoForUploadFileResponseBodyModel {
  accessKeyId?: string;
  expireTime?: string;
  host?: string;
  policy?: string;
  signature?: string;
  startPath?: string;
}

export interface GetOSSInfoForUploadFileResponseBody {
  code?: string;
  message?: string;
  model?: GetOSSInfoForUploadFileResponseBodyModel;
  requestId?: string;
  success?: boolean;
}

export type GetOSSInfoForUploadFileResponse = DysmsResponse<GetOSSInfoForUploadFileResponseBody>;

export interface QueryDigitalSignByNameRequest {
  ownerId?: number | undefined;
  resourceOwnerAccount?: string | undefined;
  resourceOwnerId?: number | undefined;
  signName?: string | undefined;
}

export interface QueryDigitalSignByNameResponseBody {
  accessDeniedDetail?: string;
  code?: string;
  data?: Record<string, unknown>;
  message?: string;
  requestId?: string;
  success?: boolean;
}

export type QueryDigitalSignByNameResponse = DysmsResponse<QueryDigitalSignByNameResponseBody>;
