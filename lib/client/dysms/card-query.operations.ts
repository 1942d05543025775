// Written by npm run dysms:write, from the declarations of @alicloud/dysmsapi20170525.
import type { DysmsResponse, DysmsRuntimeOptions } from './dysms-call.js';

export interface CardQueryOperations {
  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/CheckMobilesCardSupport */
  checkMobilesCardSupport(
    request: CheckMobilesCardSupportRequest,
  ): Promise<CheckMobilesCardSupportResponse>;
  checkMobilesCardSupportWithOptions(
    request: CheckMobilesCardSupportRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<CheckMobilesCardSupportResponse>;

  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/GetCardSmsDetails */
  getCardSmsDetails(request: GetCardSmsDetailsRequest): Promise<GetCardSmsDetailsResponse>;
  getCardSmsDetailsWithOptions(
    request: GetCardSmsDetailsRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<GetCardSmsDetailsResponse>;

  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/GetCardSmsLink */
  getCardSmsLink(request: GetCardSmsLinkRequest): Promise<GetCardSmsLinkResponse>;
  getCardSmsLinkWithOptions(
    request: GetCardSmsLinkRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<GetCardSmsLinkResponse>;

  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/GetOSSInfoForCardTemplate */
  getOSSInfoForCardTemplate(): Promise<GetOSSInfoForCardTemplateResponse>;
  getOSSInfoForCardTemplateWithOptions(
    runtime?: DysmsRuntimeOptions,
  ): Promise<GetOSSInfoForCardTemplateResponse>;

  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/QueryCardSmsTemplate */
  queryCardSmsTemplate(request: QueryCardSmsTemplateRequest): Promise<QueryCardSmsTemplateResponse>;
  queryCardSmsTemplateWithOptions(
    request: QueryCardSmsTemplateRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<QueryCardSmsTemplateResponse>;

  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/QueryCardSmsTemplateReport */
  queryCardSmsTemplateReport(
    request: QueryCardSmsTemplateReportRequest,
  ): Promise<QueryCardSmsTemplateReportResponse>;
  queryCardSmsTemplateReportWithOptions(
    request: QueryCardSmsTemplateReportRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<QueryCardSmsTemplateReportResponse>;

  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/QueryMobilesCardSupport */
  queryMobilesCardSupport(
    request: QueryMobilesCardSupportRequest,
  ): Promise<QueryMobilesCardSupportResponse>;
  queryMobilesCardSupportWithOptions(
    request: QueryMobilesCardSupportRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<QueryMobilesCardSupportResponse>;
}

export interface CheckMobilesCardSupportRequest {
  mobiles?: Record<string, unknown>[] | undefined;
  templateCode?: string | undefined;
}

export interface CheckMobilesCardSupportResponseBodyDataQueryResult {
  mobile?: string;
  support?: boolean;
}

export interface CheckMobilesCardSupportResponseBodyData {
  queryResult?: CheckMobilesCardSupportResponseBodyDataQueryResult[];
}

export interface CheckMobilesCardSupportResponseBody {
  code?: string;
  data?: CheckMobilesCardSupportResponseBodyData;
  requestId?: string;
  success?: boolean;
}

export type CheckMobilesCardSupportResponse = DysmsResponse<CheckMobilesCardSupportResponseBody>;

export interface GetCardSmsDetailsRequest {
  bizCardId?: string | undefined;
  bizDigitId?: string | undefined;
  bizSmsId?: string | undefined;
  currentPage?: number | undefined;
  ownerId?: number | undefined;
  pageSize?: number | undefined;
  phoneNumber?: string | undefined;
  resourceOwnerAccount?: string | undefined;
  resourceOwnerId?: number | undefined;
  sendDate?: string | undefined;
}

export interface GetCardSmsDetailsResponseBodyCardSendDetailDTORecords {
  errCode?: string;
  outId?: string;
  phoneNumber?: string;
  receiveDate?: string;
  receiveType?: string;
  renderDate?: string;
  renderStatus?: number;
  sendDate?: string;
  sendStatus?: number;
  smsContent?: string;
  templateCode?: string;
}

export interface GetCardSmsDetailsResponseBodyCardSendDetailDTO {
  currentPage?: number;
  pageSize?: number;
  records?: GetCardSmsDetailsResponseBodyCardSendDetailDTORecords[];
  totalCount?: number;
}

export interface GetCardSmsDetailsResponseBody {
  accessDeniedDetail?: string;
  cardSendDetailDTO?: GetCardSmsDetailsResponseBodyCardSendDetailDTO;
  code?: string;
  message?: string;
  success?: boolean;
}

export type GetCardSmsDetailsResponse = DysmsResponse<GetCardSmsDetailsResponseBody>;

export interface GetCardSmsLinkRequest {
  cardCodeType?: number | undefined;
  cardLinkType?: number | undefined;
  cardTemplateCode?: string | undefined;
  cardTemplateParamJson?: string | undefined;
  customShortCodeJson?: string | undefined;
  domain?: string | undefined;
  outId?: string | undefined;
  phoneNumberJson?: string | undefined;
  signNameJson?: string | undefined;
}

export interface GetCardSmsLinkResponseBodyData {
  cardPhoneNumbers?: string;
  cardSignNames?: string;
  cardSmsLinks?: string;
  cardTmpState?: number;
  notMediaMobiles?: string;
}

export interface GetCardSmsLinkResponseBody {
  code?: string;
  data?: GetCardSmsLinkResponseBodyData;
  requestId?: string;
  success?: boolean;
}

export type GetCardSmsLinkResponse = DysmsResponse<GetCardSmsLinkResponseBody>;

export interface GetOSSInfoForCardTemplateResponseBodyData {
  accessKeyId?: string;
  aliUid?: string;
  bucket?: string;
  expireTime?: string;
  host?: string;
  policy?: string;
  signature?: string;
  startPath?: string;
}

export interface GetOSSInfoForCardTemplateResponseBody {
  code?: string;
  data?: GetOSSInfoForCardTemplateResponseBodyData;
  requestId?: string;
  success?: boolean;
}

export type GetOSSInfoForCardTemplateResponse =
  DysmsResponse<GetOSSInfoForCardTemplateResponseBody>;

export interface QueryCardSmsTemplateRequest {
  templateCode?: string | undefined;
}

export interface QueryCardSmsTemplateResponseBodyData {
  templates?: Record<string, unknown>[];
}

export interface QueryCardSmsTemplateResponseBody {
  code?: string;
  data?: QueryCardSmsTemplateResponseBodyData;
  requestId?: string;
  success?: boolean;
}

export type QueryCardSmsTemplateResponse = DysmsResponse<QueryCardSmsTemplateResponseBody>;

export interface QueryCardSmsTemplateReportRequest {
  endDate?: string | undefined;
  startDate?: string | undefined;
  templateCodes?: string[] | undefined;
}

export interface QueryCardSmsTemplateReportResponseBodyData {
  model?: Record<string, unknown>[];
}

export interface QueryCardSmsTemplateReportResponseBody {
  code?: string;
  data?: QueryCardSmsTemplateReportResponseBodyData;
  requestId?: string;
  success?: boolean;
}

export type QueryCardSmsTemplateReportResponse =
  DysmsResponse<QueryCardSmsTemplateReportResponseBody>;

export interface QueryMobilesCardSupportRequest {
  encryptType?: string | undefined;
  mobiles?: Record<string, unknown>[] | undefined;
  templateCode?: string | undefined;
}

export interface QueryMobilesCardSupportResponseBodyDataQueryResult {
  mobile?: string;
  support?: boolean;
}

export interface QueryMobilesCardSupportResponseBodyData {
  queryResult?: QueryMobilesCardSupportResponseBodyDataQueryResult[];
}

export interface QueryMobilesCardSupportResponseBody {
  code?: string;
  data?: QueryMobilesCardSupportResponseBodyData;
  requestId?: string;
  success?: boolean;
}

export type QueryMobilesCardSupportResponse = DysmsResponse<QueryMobilesCardSupportResponseBody>;
