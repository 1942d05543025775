// Written by npm run dysms:write, from the declarations of @alicloud/dysmsapi20170525.
import type { DysmsResponse, DysmsRuntimeOptions } from './dysms-call.js';

export interface ShortUrlOperations {
  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/AddShortUrl */
  addShortUrl(request: AddShortUrlRequest): Promise<AddShortUrlResponse>;
  addShortUrlWithOptions(
    request: AddShortUrlRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<AddShortUrlResponse>;

  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/CreateSmartShortUrl */
  createSmartShortUrl(request: CreateSmartShortUrlRequest): Promise<CreateSmartShortUrlResponse>;
  createSmartShortUrlWithOptions(
    request: CreateSmartShortUrlRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<CreateSmartShortUrlResponse>;

  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/DeleteShortUrl */
  deleteShortUrl(request: DeleteShortUrlRequest): Promise<DeleteShortUrlResponse>;
  deleteShortUrlWithOptions(
    request: DeleteShortUrlRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<DeleteShortUrlResponse>;

  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/QueryPageSmartShortUrlLog */
  queryPageSmartShortUrlLog(
    request: QueryPageSmartShortUrlLogRequest,
  ): Promise<QueryPageSmartShortUrlLogResponse>;
  queryPageSmartShortUrlLogWithOptions(
    request: QueryPageSmartShortUrlLogRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<QueryPageSmartShortUrlLogResponse>;

  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/QueryShortUrl */
  queryShortUrl(request: QueryShortUrlRequest): Promise<QueryShortUrlResponse>;
  queryShortUrlWithOptions(
    request: QueryShortUrlRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<QueryShortUrlResponse>;
}

export interface AddShortUrlRequest {
  effectiveDays?: string | undefined;
  ownerId?: number | undefined;
  resourceOwnerAccount?: string | undefined;
  resourceOwnerId?: number | undefined;
  shortUrlName?: string | undefined;
  sourceUrl?: string | undefined;
}

export interface AddShortUrlResponseBodyData {
  expireDate?: string;
  shortUrl?: string;
  sourceUrl?: string;
}

export interface AddShortUrlResponseBody {
  code?: string;
  data?: AddShortUrlResponseBodyData;
  message?: string;
  requestId?: string;
}

export type AddShortUrlResponse = DysmsResponse<AddShortUrlResponseBody>;

export interface CreateSmartShortUrlRequest {
  outId?: string | undefined;
  ownerId?: number | undefined;
  phoneNumbers?: string | undefined;
  resourceOwnerAccount?: string | undefined;
  resourceOwnerId?: number | undefined;
  sourceUrl?: string | undefined;
}

export interface CreateSmartShortUrlResponseBodyModel {
  domain?: string;
  expiration?: number;
  phoneNumber?: string;
  shortName?: string;
  shortUrl?: string;
}

export interface CreateSmartShortUrlResponseBody {
  code?: string;
  message?: string;
  model?: CreateSmartShortUrlResponseBodyModel[];
  requestId?: string;
}

export type CreateSmartShortUrlResponse = DysmsResponse<CreateSmartShortUrlResponseBody>;

export interface DeleteShortUrlRequest {
  ownerId?: number | undefined;
  resourceOwnerAccount?: string | undefined;
  resourceOwnerId?: number | undefined;
  sourceUrl?: string | undefined;
}

export interface DeleteShortUrlResponseBody {
  code?: string;
  message?: string;
  requestId?: string;
}

export type DeleteShortUrlResponse = DysmsResponse<DeleteShortUrlResponseBody>;

export interface QueryPageSmartShortUrlLogRequest {
  createDateEnd?: number | undefined;
  createDateStart?: number | undefined;
  ownerId?: number | undefined;
  pageNo?: number | undefined;
  pageSize?: number | undefined;
  phoneNumber?: string | undefined;
  resourceOwnerAccount?: string | undefined;
  resourceOwnerId?: number | undefined;
  shortUrl?: string | undefined;
}

export interface QueryPageSmartShortUrlLogResponseBodyModelList {
  clickState?: number;
  clickTime?: number;
  createTime?: number;
  phoneNumber?: string;
  shortName?: string;
  shortUrl?: string;
}

export interface QueryPageSmartShortUrlLogResponseBodyModel {
  list?: QueryPageSmartShortUrlLogResponseBodyModelList[];
  pageNo?: number;
  pageSize?: number;
  totalCount?: number;
  totalPage?: number;
}

export interface QueryPageSmartShortUrlLogResponseBody {
  code?: string;
  message?: string;
  model?: QueryPageSmartShortUrlLogResponseBodyModel;
  requestId?: string;
  success?: boolean;
}

export type QueryPageSmartShortUrlLogResponse =
  DysmsResponse<QueryPageSmartShortUrlLogResponseBody>;

export interface QueryShortUrlRequest {
  ownerId?: number | undefined;
  resourceOwnerAccount?: string | undefined;
  resourceOwnerId?: number | undefined;
  shortUrl?: string | undefined;
}

export interface QueryShortUrlResponseBodyData {
  createDate?: string;
  expireDate?: string;
  pageViewCount?: string;
  shortUrl?: string;
  shortUrlName?: string;
  shortUrlStatus?: string;
  sourceUrl?: string;
  uniqueVisitorCount?: string;
}

export interface QueryShortUrlResponseBody {
  code?: string;
  data?: QueryShortUrlResponseBodyData;
  message?: string;
  requestId?: string;
}

export type QueryShortUrlResponse = DysmsResponse<QueryShortUrlResponseBody>;
