// Written by npm run dysms:write, from the declarations of @alicloud/dysmsapi20170525.
import type { DysmsResponse, DysmsRuntimeOptions } from './dysms-call.js';

export interface OtherOperations {
  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/ConversionDataIntl */
  conversionDataIntl(request: ConversionDataIntlRequest): Promise<ConversionDataIntlResponse>;
  conversionDataIntlWithOptions(
    request: ConversionDataIntlRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<ConversionDataIntlResponse>;

  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/ListTagResources */
  listTagResources(request: ListTagResourcesRequest): Promise<ListTagResourcesResponse>;
  listTagResourcesWithOptions(
    request: ListTagResourcesRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<ListTagResourcesResponse>;

  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/SendLogisticsSms */
  sendLogisticsSms(request: SendLogisticsSmsRequest): Promise<SendLogisticsSmsResponse>;
  sendLogisticsSmsWithOptions(
    request: SendLogisticsSmsRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<SendLogisticsSmsResponse>;

  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/SmsConversionIntl */
  smsConversionIntl(request: SmsConversionIntlRequest): Promise<SmsConversionIntlResponse>;
  smsConversionIntlWithOptions(
    request: SmsConversionIntlRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<SmsConversionIntlResponse>;

  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/TagResources */
  tagResources(request: TagResourcesRequest): Promise<TagResourcesResponse>;
  tagResourcesWithOptions(
    request: TagResourcesRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<TagResourcesResponse>;

  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/UntagResources */
  untagResources(request: UntagResourcesRequest): Promise<UntagResourcesResponse>;
  untagResourcesWithOptions(
    request: UntagResourcesRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<UntagResourcesResponse>;

  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/VerifyLogisticsSmsMailNo */
  verifyLogisticsSmsMailNo(
    request: VerifyLogisticsSmsMailNoRequest,
  ): Promise<VerifyLogisticsSmsMailNoResponse>;
  verifyLogisticsSmsMailNoWithOptions(
    request: VerifyLogisticsSmsMailNoRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<VerifyLogisticsSmsMailNoResponse>;
}

export interface ConversionDataIntlRequest {
  conversionRate?: string | undefined;
  ownerId?: number | undefined;
  reportTime?: number | undefined;
  resourceOwnerAccount?: string | undefined;
  resourceOwnerId?: number | undefined;
}

export interface ConversionDataIntlResponseBody {
  code?: string;
  message?: string;
  requestId?: string;
}

export type ConversionDataIntlResponse = DysmsResponse<ConversionDataIntlResponseBody>;

export interface ListTagResourcesRequestTag {
  key?: string | undefined;
  value?: string | undefined;
}

export interface ListTagResourcesRequest {
  nextToken?: string | undefined;
  ownerId?: number | undefined;
  pageSize?: number | undefined;
  prodCode?: string | undefined;
  regionId?: string | undefined;
  resourceId?: string[] | undefined;
  resourceOwnerAccount?: string | undefined;
  resourceOwnerId?: number | undefined;
  resourceType?: string | undefined;
  tag?: ListTagResourcesRequestTag[] | undefined;
}

export interface ListTagResourcesResponseBodyTagResourcesTagResource {
  resourceId?: string;
  resourceType?: string;
  tagKey?: string;
  tagValue?: string;
}

export interface ListTagResourcesResponseBodyTagResources {
  tagResource?: ListTagResourcesResponseBodyTagResourcesTagResource[];
}

export interface ListTagResourcesResponseBody {
  code?: string;
  nextToken?: string;
  requestId?: string;
  tagResources?: ListTagResourcesResponseBodyTagResources;
}

export type ListTagResourcesResponse = DysmsResponse<ListTagResourcesResponseBody>;

export interface SendLogisticsSmsRequest {
  expressCompanyCode?: string | undefined;
  mailNo?: string | undefined;
  outId?: string | undefined;
  ownerId?: number | undefined;
  platformCompanyCode?: string | undefined;
  resourceOwnerAccount?: string | undefined;
  resourceOwnerId?: number | undefined;
  signName?: string | undefined;
  templateCode?: string | undefined;
  templateParam?: string | undefined;
}

export interface SendLogisticsSmsResponseBodyData {
  bizId?: string;
}

export interface SendLogisticsSmsResponseBody {
  accessDeniedDetail?: string;
  code?: string;
  data?: SendLogisticsSmsResponseBodyData;
  message?: string;
  requestId?: string;
  success?: boolean;
}

export type SendLogisticsSmsResponse = DysmsResponse<SendLogisticsSmsResponseBody>;

export interface SmsConversionIntlRequest {
  conversionTime?: number | undefined;
  delivered?: boolean | undefined;
  messageId?: string | undefined;
  ownerId?: number | undefined;
  resourceOwnerAccount?: string | undefined;
  resourceOwnerId?: number | undefined;
}

export interface SmsConversionIntlResponseBody {
  code?: string;
  message?: string;
  requestId?: string;
}

export type SmsConversionIntlResponse = DysmsResponse<SmsConversionIntlResponseBody>;

export interface TagResourcesRequestTag {
  key?: string | undefined;
  value?: string | undefined;
}

export interface TagResourcesRequest {
  ownerId?: number | undefined;
  prodCode?: string | undefined;
  regionId?: string | undefined;
  resourceId?: string[] | undefined;
  resourceOwnerAccount?: string | undefined;
  resourceOwnerId?: number | undefined;
  resourceType?: string | undefined;
  tag?: TagResourcesRequestTag[] | undefined;
}

export interface TagResourcesResponseBody {
  code?: string;
  data?: string;
  requestId?: string;
}

export type TagResourcesResponse = DysmsResponse<TagResourcesResponseBody>;

export interface UntagResourcesRequest {
  all?: boolean | undefined;
  ownerId?: number | undefined;
  prodCode?: string | undefined;
  regionId?: string | undefined;
  resourceId?: string[] | undefined;
  resourceOwnerAccount?: string | undefined;
  resourceOwnerId?: number | undefined;
  resourceType?: string | undefined;
  tagKey?: string[] | undefined;
}

export interface UntagResourcesResponseBody {
  code?: string;
  data?: string;
  requestId?: string;
}

export type UntagResourcesResponse = DysmsResponse<UntagResourcesResponseBody>;

export interface VerifyLogisticsSmsMailNoRequest {
  expressCompanyCode?: string | undefined;
  mailNo?: string | undefined;
  ownerId?: number | undefined;
  platformCompanyCode?: string | undefined;
  resourceOwnerAccount?: string | undefined;
  resourceOwnerId?: number | undefined;
}

export interface VerifyLogisticsSmsMailNoResponseBodyData {
  expressCompanyCode?: string;
  mobileSuffix?: string;
  verifyResult?: boolean;
}

export interface VerifyLogisticsSmsMailNoResponseBody {
  accessDeniedDetail?: string;
  code?: string;
  data?: VerifyLogisticsSmsMailNoResponseBodyData;
  message?: string;
  requestId?: string;
  success?: boolean;
}

export type VerifyLogisticsSmsMailNoResponse = DysmsResponse<VerifyLogisticsSmsMailNoResponseBody>;
