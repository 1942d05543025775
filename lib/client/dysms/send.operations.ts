// Written by npm run dysms:write, from the declarations of @alicloud/dysmsapi20170525.
import type { DysmsResponse, DysmsRuntimeOptions } from './dysms-call.js';

export interface SendOperations {
  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/QuerySendDetails */
  querySendDetails(request: QuerySendDetailsRequest): Promise<QuerySendDetailsResponse>;
  querySendDetailsWithOptions(
    request: QuerySendDetailsRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<QuerySendDetailsResponse>;

  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/QuerySendStatistics */
  querySendStatistics(request: QuerySendStatisticsRequest): Promise<QuerySendStatisticsResponse>;
  querySendStatisticsWithOptions(
    request: QuerySendStatisticsRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<QuerySendStatisticsResponse>;

  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/SendBatchSms */
  sendBatchSms(request: SendBatchSmsRequest): Promise<SendBatchSmsResponse>;
  sendBatchSmsWithOptions(
    request: SendBatchSmsRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<SendBatchSmsResponse>;

  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/SendSms */
  sendSms(request: SendSmsRequest): Promise<SendSmsResponse>;
  sendSmsWithOptions(
    request: SendSmsRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<SendSmsResponse>;
}

export interface QuerySendDetailsRequest {
  bizId?: string | undefined;
  currentPage?: number | undefined;
  ownerId?: number | undefined;
  pageSize?: number | undefined;
  phoneNumber?: string | undefined;
  resourceOwnerAccount?: string | undefined;
  resourceOwnerId?: number | undefined;
  sendDate?: string | undefined;
}

export interface QuerySendDetailsResponseBodySmsSendDetailDTOsSmsSendDetailDTO {
  content?: string;
  errCode?: string;
  outId?: string;
  phoneNum?: string;
  receiveDate?: string;
  sendDate?: string;
  sendStatus?: number;
  templateCode?: string;
}

export interface QuerySendDetailsResponseBodySmsSendDetailDTOs {
  smsSendDetailDTO?: QuerySendDetailsResponseBodySmsSendDetailDTOsSmsSendDetailDTO[];
}

export interface QuerySendDetailsResponseBody {
  code?: string;
  message?: string;
  requestId?: string;
  smsSendDetailDTOs?: QuerySendDetailsResponseBodySmsSendDetailDTOs;
  totalCount?: string;
}

export type QuerySendDetailsResponse = DysmsResponse<QuerySendDetailsResponseBody>;

export interface QuerySendStatisticsRequest {
  endDate?: string | undefined;
  isGlobe?: number | undefined;
  ownerId?: number | undefined;
  pageIndex?: number | undefined;
  pageSize?: number | undefined;
  resourceOwnerAccount?: string | undefined;
  resourceOwnerId?: number | undefined;
  signName?: string | undefined;
  startDate?: string | undefined;
  templateType?: number | undefined;
}

export interface QuerySendStatisticsResponseBodyDataTargetList {
  noRespondedCount?: number;
  respondedFailCount?: number;
  respondedSuccessCount?: number;
  sendDate?: string;
  totalCount?: number;
}

export interface QuerySendStatisticsResponseBodyData {
  targetList?: QuerySendStatisticsResponseBodyDataTargetList[];
  totalSize?: number;
}

export interface QuerySendStatisticsResponseBody {
  code?: string;
  data?: QuerySendStatisticsResponseBodyData;
  message?: string;
  requestId?: string;
}

export type QuerySendStatisticsResponse = DysmsResponse<QuerySendStatisticsResponseBody>;

export interface SendBatchSmsRequest {
  outId?: string | undefined;
  ownerId?: number | undefined;
  phoneNumberJson?: string | undefined;
  resourceOwnerAccount?: string | undefined;
  resourceOwnerId?: number | undefined;
  signNameJson?: string | undefined;
  smsUpExtendCodeJson?: string | undefined;
  templateCode?: string | undefined;
  templateParamJson?: string | undefined;
}

export interface SendBatchSmsResponseBody {
  bizId?: string;
  code?: string;
  message?: string;
  requestId?: string;
}

export type SendBatchSmsResponse = DysmsResponse<SendBatchSmsResponseBody>;

export interface SendSmsRequest {
  outId?: string | undefined;
  ownerId?: number | undefined;
  phoneNumbers?: string | undefined;
  resourceOwnerAccount?: string | undefined;
  resourceOwnerId?: number | undefined;
  signName?: string | undefined;
  smsUpExtendCode?: string | undefined;
  templateCode?: string | undefined;
  templateParam?: string | undefined;
}

export interface SendSmsResponseBody {
  bizId?: string;
  code?: string;
  message?: string;
  requestId?: string;
}

export type SendSmsResponse = DysmsResponse<SendSmsResponseBody>;
