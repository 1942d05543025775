// Written by npm run dysms:write, from the declarations of @alicloud/dysmsapi20170525.
import type { DysmsResponse, DysmsRuntimeOptions } from './dysms-call.js';

export interface SignQueryOperations {
  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/GetSmsSign */
  getSmsSign(request: GetSmsSignRequest): Promise<GetSmsSignResponse>;
  getSmsSignWithOptions(
    request: GetSmsSignRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<GetSmsSignResponse>;

  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/QueryExtCodeSign */
  queryExtCodeSign(request: QueryExtCodeSignRequest): Promise<QueryExtCodeSignResponse>;
  queryExtCodeSignWithOptions(
    request: QueryExtCodeSignRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<QueryExtCodeSignResponse>;

  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/QuerySmsSign */
  querySmsSign(request: QuerySmsSignRequest): Promise<QuerySmsSignResponse>;
  querySmsSignWithOptions(
    request: QuerySmsSignRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<QuerySmsSignResponse>;

  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/QuerySmsSignList */
  querySmsSignList(request: QuerySmsSignListRequest): Promise<QuerySmsSignListResponse>;
  querySmsSignListWithOptions(
    request: QuerySmsSignListRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<QuerySmsSignListResponse>;
}

export interface GetSmsSignRequest {
  ownerId?: number | undefined;
  resourceOwnerAccount?: string | undefined;
  resourceOwnerId?: number | undefined;
  signName?: string | undefined;
}

export interface GetSmsSignResponseBodyAuditInfo {
  auditDate?: string;
  rejectInfo?: string;
}

export interface GetSmsSignResponseBodySignIspRegisterDetailListRegisterStatusReasons {
  reasonCode?: string;
  reasonDescList?: string[];
}

export interface GetSmsSignResponseBodySignIspRegisterDetailList {
  operatorCode?: string;
  operatorCompleteTime?: string;
  registerStatus?: number;
  registerStatusReasons?: GetSmsSignResponseBodySignIspRegisterDetailListRegisterStatusReasons[];
}

export interface GetSmsSignResponseBody {
  appIcpRecordId?: number;
  applyScene?: string;
  auditInfo?: GetSmsSignResponseBodyAuditInfo;
  authorizationLetterAuditPass?: boolean;
  authorizationLetterId?: number;
  code?: string;
  createDate?: string;
  fileUrlList?: string[];
  message?: string;
  orderId?: string;
  qualificationId?: number;
  registerResult?: number;
  remark?: string;
  requestId?: string;
  signCode?: string;
  signIspRegisterDetailList?: GetSmsSignResponseBodySignIspRegisterDetailList[];
  signName?: string;
  signStatus?: number;
  signTag?: string;
  signUsage?: string;
  thirdParty?: boolean;
  trademarkId?: number;
}

export type GetSmsSignResponse = DysmsResponse<GetSmsSignResponseBody>;

export interface QueryExtCodeSignRequest {
  extCode?: string | undefined;
  ownerId?: number | undefined;
  pageNo?: number | undefined;
  pageSize?: number | undefined;
  resourceOwnerAccount?: string | undefined;
  resourceOwnerId?: number | undefined;
  signName?: string | undefined;
}

export interface QueryExtCodeSignResponseBodyDataList {
  active?: number;
  extCode?: string;
  sendCount?: number;
  signName?: string;
  source?: string;
}

export interface QueryExtCodeSignResponseBodyData {
  list?: QueryExtCodeSignResponseBodyDataList[];
  pageNo?: number;
  pageSize?: number;
  total?: number;
}

export interface QueryExtCodeSignResponseBody {
  accessDeniedDetail?: string;
  code?: string;
  data?: QueryExtCodeSignResponseBodyData;
  message?: string;
  requestId?: string;
  success?: boolean;
}

export type QueryExtCodeSignResponse = DysmsResponse<QueryExtCodeSignResponseBody>;

export interface QuerySmsSignRequest {
  ownerId?: number | undefined;
  resourceOwnerAccount?: string | undefined;
  resourceOwnerId?: number | undefined;
  signName?: string | undefined;
}

export interface QuerySmsSignResponseBody {
  code?: string;
  createDate?: string;
  message?: string;
  reason?: string;
  requestId?: string;
  signName?: string;
  signStatus?: number;
}

export type QuerySmsSignResponse = DysmsResponse<QuerySmsSignResponseBody>;

export interface QuerySmsSignListRequest {
  ownerId?: number | undefined;
  pageIndex?: number | undefined;
  pageSize?: number | undefined;
  resourceOwnerAccount?: string | undefined;
  resourceOwnerId?: number | undefined;
}

export interface QuerySmsSignListResponseBodySmsSignListReason {
  rejectDate?: string;
  rejectInfo?: string;
  rejectSubInfo?: string;
}

export interface QuerySmsSignListResponseBodySmsSignList {
  appIcpRecordId?: number;
  auditStatus?: string;
  authorizationLetterId?: number;
  businessType?: string;
  createDate?: string;
  orderId?: string;
  reason?: QuerySmsSignListResponseBodySmsSignListReason;
  signName?: string;
  trademarkId?: number;
  authorizationLetterAuditPass?: boolean;
}

export interface QuerySmsSignListResponseBody {
  code?: string;
  currentPage?: number;
  message?: string;
  pageSize?: number;
  requestId?: string;
  smsSignList?: QuerySmsSignListResponseBodySmsSignList[];
  totalCount?: number;
}

export type QuerySmsSignListResponse = DysmsResponse<QuerySmsSignListResponseBody>;
