// Written by npm run dysms:write, from the declarations of @alicloud/dysmsapi20170525.
import type { DysmsResponse, DysmsRuntimeOptions } from './dysms-call.js';

export interface ProofOperations {
  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/CreateSmsAppIcpRecord */
  createSmsAppIcpRecord(
    request: CreateSmsAppIcpRecordRequest,
  ): Promise<CreateSmsAppIcpRecordResponse>;
  createSmsAppIcpRecordWithOptions(
    request: CreateSmsAppIcpRecordRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<CreateSmsAppIcpRecordResponse>;

  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/CreateSmsAuthorizationLetter */
  createSmsAuthorizationLetter(
    request: CreateSmsAuthorizationLetterRequest,
  ): Promise<CreateSmsAuthorizationLetterResponse>;
  createSmsAuthorizationLetterWithOptions(
    request: CreateSmsAuthorizationLetterRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<CreateSmsAuthorizationLetterResponse>;

  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/CreateSmsTrademark */
  createSmsTrademark(request: CreateSmsTrademarkRequest): Promise<CreateSmsTrademarkResponse>;
  createSmsTrademarkWithOptions(
    request: CreateSmsTrademarkRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<CreateSmsTrademarkResponse>;

  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/QuerySmsAppIcpRecord */
  querySmsAppIcpRecord(request: QuerySmsAppIcpRecordRequest): Promise<QuerySmsAppIcpRecordResponse>;
  querySmsAppIcpRecordWithOptions(
    request: QuerySmsAppIcpRecordRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<QuerySmsAppIcpRecordResponse>;

  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/QuerySmsAuthorizationLetter */
  querySmsAuthorizationLetter(
    request: QuerySmsAuthorizationLetterRequest,
  ): Promise<QuerySmsAuthorizationLetterResponse>;
  querySmsAuthorizationLetterWithOptions(
    request: QuerySmsAuthorizationLetterRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<QuerySmsAuthorizationLetterResponse>;

  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/QuerySmsTrademark */
  querySmsTrademark(request: QuerySmsTrademarkRequest): Promise<QuerySmsTrademarkResponse>;
  querySmsTrademarkWithOptions(
    request: QuerySmsTrademarkRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<QuerySmsTrademarkResponse>;
}

export interface CreateSmsAppIcpRecordRequest {
  appApprovalDate?: string | undefined;
  appIcpLicenseNumber?: string | undefined;
  appIcpRecordPic?: string | undefined;
  appPrincipalUnitName?: string | undefined;
  appRuntimePic?: string | undefined;
  appServiceName?: string | undefined;
  appStoreDownloadPic?: string | undefined;
  domain?: string | undefined;
  ownerId?: number | undefined;
  resourceOwnerAccount?: string | undefined;
  resourceOwnerId?: number | undefined;
}

export interface CreateSmsAppIcpRecordResponseBody {
  accessDeniedDetail?: string;
  code?: string;
  data?: string;
  message?: string;
  requestId?: string;
  success?: boolean;
}

export type CreateSmsAppIcpRecordResponse = DysmsResponse<CreateSmsAppIcpRecordResponseBody>;

export interface CreateSmsAuthorizationLetterRequest {
  authorization?: string | undefined;
  authorizationLetterExpDate?: string | undefined;
  authorizationLetterName?: string | undefined;
  authorizationLetterPic?: string | undefined;
  organizationCode?: string | undefined;
  ownerId?: number | undefined;
  proxyAuthorization?: string | undefined;
  resourceOwnerAccount?: string | undefined;
  resourceOwnerId?: number | undefined;
  signList?: string[] | undefined;
}

export interface CreateSmsAuthorizationLetterResponseBody {
  accessDeniedDetail?: string;
  code?: string;
  data?: string;
  message?: string;
  requestId?: string;
  success?: boolean;
}

export type CreateSmsAuthorizationLetterResponse =
  DysmsResponse<CreateSmsAuthorizationLetterResponseBody>;

export interface CreateSmsTrademarkRequest {
  ownerId?: number | undefined;
  resourceOwnerAccount?: string | undefined;
  resourceOwnerId?: number | undefined;
  trademarkApplicantName?: string | undefined;
  trademarkEffExpDate?: string | undefined;
  trademarkName?: string | undefined;
  trademarkPic?: string | undefined;
  trademarkRegistrationNumber?: string | undefined;
}

export interface CreateSmsTrademarkResponseBody {
  accessDeniedDetail?: string;
  code?: string;
  data?: string;
  message?: string;
  requestId?: string;
  success?: boolean;
}

export type CreateSmsTrademarkResponse = DysmsResponse<CreateSmsTrademarkResponseBody>;

export interface QuerySmsAppIcpRecordRequest {
  appIcpRecordIdList?: number[] | undefined;
  ownerId?: number | undefined;
  resourceOwnerAccount?: string | undefined;
  resourceOwnerId?: number | undefined;
}

export interface QuerySmsAppIcpRecordResponseBodyData {
  appApprovalDate?: string;
  appIcpLicenseNumber?: string;
  appIcpRecordId?: number;
  appIcpRecordPic?: string;
  appIcpRecordPicUrl?: string;
  appPrincipalUnitName?: string;
  appRuntimePic?: string;
  appRuntimePicUrl?: string;
  appServiceName?: string;
  appStoreDownloadPic?: string;
  appStoreDownloadPicUrl?: string;
  domain?: string;
}

export interface QuerySmsAppIcpRecordResponseBody {
  accessDeniedDetail?: string;
  code?: string;
  data?: QuerySmsAppIcpRecordResponseBodyData[];
  message?: string;
  requestId?: string;
  success?: boolean;
}

export type QuerySmsAppIcpRecordResponse = DysmsResponse<QuerySmsAppIcpRecordResponseBody>;

export interface QuerySmsAuthorizationLetterRequest {
  authorizationLetterIdList?: number[] | undefined;
  organizationCode?: string | undefined;
  ownerId?: number | undefined;
  resourceOwnerAccount?: string | undefined;
  resourceOwnerId?: number | undefined;
  signName?: string | undefined;
  state?: string | undefined;
  status?: string | undefined;
}

export interface QuerySmsAuthorizationLetterResponseBodyData {
  authorization?: string;
  authorizationLetterExpDate?: string;
  authorizationLetterId?: number;
  authorizationLetterName?: string;
  authorizationLetterPic?: string;
  organizationCode?: string;
  proxyAuthorization?: string;
  signScope?: string;
  state?: string;
  status?: string;
}

export interface QuerySmsAuthorizationLetterResponseBody {
  accessDeniedDetail?: string;
  code?: string;
  data?: QuerySmsAuthorizationLetterResponseBodyData[];
  message?: string;
  requestId?: string;
  success?: boolean;
}

export type QuerySmsAuthorizationLetterResponse =
  DysmsResponse<QuerySmsAuthorizationLetterResponseBody>;

export interface QuerySmsTrademarkRequest {
  ownerId?: number | undefined;
  resourceOwnerAccount?: string | undefined;
  resourceOwnerId?: number | undefined;
  trademarkIdList?: number[] | undefined;
}

export interface QuerySmsTrademarkResponseBodyData {
  trademarkApplicantName?: string;
  trademarkEffExpDate?: string;
  trademarkId?: number;
  trademarkName?: string;
  trademarkPic?: string;
  trademarkPicUrl?: string;
  trademarkRegistrationNumber?: string;
}

export interface QuerySmsTrademarkResponseBody {
  accessDeniedDetail?: string;
  code?: string;
  data?: QuerySmsTrademarkResponseBodyData[];
  message?: string;
  requestId?: string;
  success?: boolean;
}

export type QuerySmsTrademarkResponse = DysmsResponse<QuerySmsTrademarkResponseBody>;
