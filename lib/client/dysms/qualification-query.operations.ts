// Written by npm run dysms:write, from the declarations of @alicloud/dysmsapi20170525.
import type { DysmsResponse, DysmsRuntimeOptions } from './dysms-call.js';

export interface QualificationQueryOperations {
  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/GetQualificationOssInfo */
  getQualificationOssInfo(
    request: GetQualificationOssInfoRequest,
  ): Promise<GetQualificationOssInfoResponse>;
  getQualificationOssInfoWithOptions(
    request: GetQualificationOssInfoRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<GetQualificationOssInfoResponse>;

  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/GetSmsOcrOssInfo */
  getSmsOcrOssInfo(request: GetSmsOcrOssInfoRequest): Promise<GetSmsOcrOssInfoResponse>;
  getSmsOcrOssInfoWithOptions(
    request: GetSmsOcrOssInfoRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<GetSmsOcrOssInfoResponse>;

  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/QuerySingleSmsQualification */
  querySingleSmsQualification(
    request: QuerySingleSmsQualificationRequest,
  ): Promise<QuerySingleSmsQualificationResponse>;
  querySingleSmsQualificationWithOptions(
    request: QuerySingleSmsQualificationRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<QuerySingleSmsQualificationResponse>;

  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/QuerySmsQualificationRecord */
  querySmsQualificationRecord(
    request: QuerySmsQualificationRecordRequest,
  ): Promise<QuerySmsQualificationRecordResponse>;
  querySmsQualificationRecordWithOptions(
    request: QuerySmsQualificationRecordRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<QuerySmsQualificationRecordResponse>;
}

export interface GetQualificationOssInfoRequest {
  bizType?: string | undefined;
  ownerId?: number | undefined;
  resourceOwnerAccount?: string | undefined;
  resourceOwnerId?: number | undefined;
}

export interface GetQualificationOssInfoResponseBodyData {
  accessKeyId?: string;
  expire?: number;
  host?: string;
  policy?: string;
  signature?: string;
  startPath?: string;
}

export interface GetQualificationOssInfoResponseBody {
  accessDeniedDetail?: string;
  code?: string;
  data?: GetQualificationOssInfoResponseBodyData;
  message?: string;
  requestId?: string;
  success?: boolean;
}

export type GetQualificationOssInfoResponse = DysmsResponse<GetQualificationOssInfoResponseBody>;

export interface GetSmsOcrOssInfoRequest {
  ownerId?: number | undefined;
  resourceOwnerAccount?: string | undefined;
  resourceOwnerId?: number | undefined;
  taskType?: string | undefined;
}

export interface GetSmsOcrOssInfoResponseBodyModel {
  accessKeyId?: string;
  bucket?: string;
  expireTime?: string;
  host?: string;
  policy?: string;
  signature?: string;
  startPath?: string;
}

export interface GetSmsOcrOssInfoResponseBody {
  accessDeniedDetail?: string;
  code?: string;
  message?: string;
  model?: GetSmsOcrOssInfoResponseBodyModel;
  requestId?: string;
  success?: boolean;
}

export type GetSmsOcrOssInfoResponse = DysmsResponse<GetSmsOcrOssInfoResponseBody>;

export interface QuerySingleSmsQualificationRequest {
  orderId?: number | undefined;
  ownerId?: number | undefined;
  qualificationGroupId?: number | undefined;
  resourceOwnerAccount?: string | undefined;
  resourceOwnerId?: number | undefined;
}

export interface QuerySingleSmsQualificationResponseBodyDataBusinessLicensePics {
  licensePic?: string;
  picUrl?: string;
  type?: string;
}

export interface QuerySingleSmsQualificationResponseBodyDataOtherFiles {
  licensePic?: string;
  picUrl?: string;
}

export interface QuerySingleSmsQualificationResponseBodyData {
  adminIDCardExpDate?: string;
  adminIDCardFrontFace?: string;
  adminIDCardNo?: string;
  adminIDCardPic?: string;
  adminIDCardType?: string;
  adminName?: string;
  adminPhoneNo?: string;
  businessLicensePics?: QuerySingleSmsQualificationResponseBodyDataBusinessLicensePics[];
  businessType?: string;
  companyName?: string;
  companyType?: string;
  effTimeStr?: string;
  legalPersonIDCardNo?: string;
  legalPersonIDCardType?: string;
  legalPersonIdCardEffTime?: string;
  legalPersonName?: string;
  organizationCode?: string;
  otherFiles?: QuerySingleSmsQualificationResponseBodyDataOtherFiles[];
  qualificationGroupId?: number;
  qualificationName?: string;
  remark?: string;
  state?: string;
  useBySelf?: boolean;
  whetherShare?: boolean;
  workOrderId?: number;
}

export interface QuerySingleSmsQualificationResponseBody {
  accessDeniedDetail?: string;
  code?: string;
  data?: QuerySingleSmsQualificationResponseBodyData;
  message?: string;
  requestId?: string;
  success?: boolean;
}

export type QuerySingleSmsQualificationResponse =
  DysmsResponse<QuerySingleSmsQualificationResponseBody>;

export interface QuerySmsQualificationRecordRequest {
  companyName?: string | undefined;
  legalPersonName?: string | undefined;
  ownerId?: number | undefined;
  pageNo?: number | undefined;
  pageSize?: number | undefined;
  qualificationGroupName?: string | undefined;
  resourceOwnerAccount?: string | undefined;
  resourceOwnerId?: number | undefined;
  state?: string | undefined;
  useBySelf?: boolean | undefined;
  workOrderId?: number | undefined;
}

export interface QuerySmsQualificationRecordResponseBodyDataList {
  auditRemark?: string;
  auditTime?: string;
  companyName?: string;
  createDate?: string;
  groupId?: number;
  legalPersonName?: string;
  qualificationGroupName?: string;
  stateName?: string;
  useBySelf?: string;
  workOrderId?: number;
}

export interface QuerySmsQualificationRecordResponseBodyData {
  list?: QuerySmsQualificationRecordResponseBodyDataList[];
  pageNo?: number;
  pageSize?: number;
  total?: number;
}

export interface QuerySmsQualificationRecordResponseBody {
  accessDeniedDetail?: string;
  code?: string;
  data?: QuerySmsQualificationRecordResponseBodyData;
  message?: string;
  requestId?: string;
  success?: boolean;
}

export type QuerySmsQualificationRecordResponse =
  DysmsResponse<QuerySmsQualificationRecordResponseBody>;
