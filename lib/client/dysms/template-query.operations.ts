// Written by npm run dysms:write, from the declarations of @alicloud/dysmsapi20170525.
import type { DysmsResponse, DysmsRuntimeOptions } from './dysms-call.js';

export interface TemplateQueryOperations {
  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/GetSmsTemplate */
  getSmsTemplate(request: GetSmsTemplateRequest): Promise<GetSmsTemplateResponse>;
  getSmsTemplateWithOptions(
    request: GetSmsTemplateRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<GetSmsTemplateResponse>;

  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/GetSmsTemplateList */
  getSmsTemplateList(request: GetSmsTemplateListRequest): Promise<GetSmsTemplateListResponse>;
  getSmsTemplateListWithOptions(
    request: GetSmsTemplateListRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<GetSmsTemplateListResponse>;

  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/QuerySmsTemplate @deprecated Use getSmsTemplate. */
  querySmsTemplate(request: QuerySmsTemplateRequest): Promise<QuerySmsTemplateResponse>;
  /** @deprecated Use getSmsTemplate. */
  querySmsTemplateWithOptions(
    request: QuerySmsTemplateRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<QuerySmsTemplateResponse>;

  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/QuerySmsTemplateList */
  querySmsTemplateList(request: QuerySmsTemplateListRequest): Promise<QuerySmsTemplateListResponse>;
  querySmsTemplateListWithOptions(
    request: QuerySmsTemplateListRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<QuerySmsTemplateListResponse>;
}

export interface GetSmsTemplateRequest {
  ownerId?: number | undefined;
  resourceOwnerAccount?: string | undefined;
  resourceOwnerId?: number | undefined;
  templateCode?: string | undefined;
}

export interface GetSmsTemplateResponseBodyAuditInfo {
  auditDate?: string;
  rejectInfo?: string;
}

export interface GetSmsTemplateResponseBodyFileUrlList {
  fileUrl?: string[];
}

export interface GetSmsTemplateResponseBodyMoreDataFileUrlList {
  moreDataFileUrl?: string[];
}

export interface GetSmsTemplateResponseBodySignList {
  signList?: string[];
}

export interface GetSmsTemplateResponseBody {
  applyScene?: string;
  auditInfo?: GetSmsTemplateResponseBodyAuditInfo;
  code?: string;
  createDate?: string;
  fileUrlList?: GetSmsTemplateResponseBodyFileUrlList;
  intlType?: number;
  message?: string;
  moreDataFileUrlList?: GetSmsTemplateResponseBodyMoreDataFileUrlList;
  orderId?: string;
  relatedSignName?: string;
  remark?: string;
  requestId?: string;
  signList?: GetSmsTemplateResponseBodySignList;
  templateCode?: string;
  templateContent?: string;
  templateName?: string;
  templateStatus?: string;
  templateTag?: number;
  templateType?: string;
  variableAttribute?: string;
  vendorAuditStatus?: Record<string, unknown>;
}

export type GetSmsTemplateResponse = DysmsResponse<GetSmsTemplateResponseBody>;

export interface GetSmsTemplateListRequest {
  auditStatus?: number | undefined;
  ownerId?: number | undefined;
  pageIndex?: number | undefined;
  pageSize?: number | undefined;
  resourceOwnerAccount?: string | undefined;
  resourceOwnerId?: number | undefined;
  signName?: string | undefined;
  templateCode?: string | undefined;
  templateName?: string | undefined;
  templateTag?: string | undefined;
  templateType?: number | undefined;
  usableStateList?: string[] | undefined;
}

export interface GetSmsTemplateListResponseBodyDataListTemplateTag {
  tagKey?: string;
  tagValue?: string;
}

export interface GetSmsTemplateListResponseBodyDataList {
  auditStatus?: number;
  gmtCreate?: string;
  signName?: string;
  templateCode?: string;
  templateContent?: string;
  templateName?: string;
  templateTag?: GetSmsTemplateListResponseBodyDataListTemplateTag[];
  templateType?: number;
  usableStateList?: string[];
  workOrderId?: string;
}

export interface GetSmsTemplateListResponseBodyData {
  list?: GetSmsTemplateListResponseBodyDataList[];
  pageNo?: number;
  pageSize?: number;
  total?: number;
}

export interface GetSmsTemplateListResponseBody {
  accessDeniedDetail?: string;
  code?: string;
  data?: GetSmsTemplateListResponseBodyData;
  message?: string;
  requestId?: string;
  success?: boolean;
}

export type GetSmsTemplateListResponse = DysmsResponse<GetSmsTemplateListResponseBody>;

export interface QuerySmsTemplateRequest {
  ownerId?: number | undefined;
  resourceOwnerAccount?: string | undefined;
  resourceOwnerId?: number | undefined;
  templateCode?: string | undefined;
}

export interface QuerySmsTemplateResponseBody {
  code?: string;
  createDate?: string;
  message?: string;
  reason?: string;
  requestId?: string;
  templateCode?: string;
  templateContent?: string;
  templateName?: string;
  templateStatus?: number;
  templateType?: number;
}

export type QuerySmsTemplateResponse = DysmsResponse<QuerySmsTemplateResponseBody>;

export interface QuerySmsTemplateListRequest {
  ownerId?: number | undefined;
  pageIndex?: number | undefined;
  pageSize?: number | undefined;
  resourceOwnerAccount?: string | undefined;
  resourceOwnerId?: number | undefined;
}

export interface QuerySmsTemplateListResponseBodySmsTemplateListReason {
  rejectDate?: string;
  rejectInfo?: string;
  rejectSubInfo?: string;
}

export interface QuerySmsTemplateListResponseBodySmsTemplateList {
  auditStatus?: string;
  createDate?: string;
  orderId?: string;
  outerTemplateType?: number;
  reason?: QuerySmsTemplateListResponseBodySmsTemplateListReason;
  signatureName?: string;
  templateCode?: string;
  templateContent?: string;
  templateName?: string;
  templateType?: number;
  trafficDriving?: string;
}

export interface QuerySmsTemplateListResponseBody {
  code?: string;
  currentPage?: number;
  message?: string;
  pageSize?: number;
  requestId?: string;
  smsTemplateList?: QuerySmsTemplateListResponseBodySmsTemplateList[];
  totalCount?: number;
}

export type QuerySmsTemplateListResponse = DysmsResponse<QuerySmsTemplateListResponseBody>;
