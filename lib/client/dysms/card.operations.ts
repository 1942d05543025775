// Written by npm run dysms:write, from the declarations of @alicloud/dysmsapi20170525.
import type { DysmsResponse, DysmsRuntimeOptions } from './dysms-call.js';

export interface CardOperations {
  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/CreateCardSmsTemplate */
  createCardSmsTemplate(
    request: CreateCardSmsTemplateRequest,
  ): Promise<CreateCardSmsTemplateResponse>;
  createCardSmsTemplateWithOptions(
    request: CreateCardSmsTemplateRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<CreateCardSmsTemplateResponse>;

  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/SendBatchCardSms */
  sendBatchCardSms(request: SendBatchCardSmsRequest): Promise<SendBatchCardSmsResponse>;
  sendBatchCardSmsWithOptions(
    request: SendBatchCardSmsRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<SendBatchCardSmsResponse>;

  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/SendCardSms */
  sendCardSms(request: SendCardSmsRequest): Promise<SendCardSmsResponse>;
  sendCardSmsWithOptions(
    request: SendCardSmsRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<SendCardSmsResponse>;
}

export interface CreateCardSmsTemplateRequest {
  factorys?: string | undefined;
  memo?: string | undefined;
  template?: Record<string, unknown> | undefined;
  templateName?: string | undefined;
}

export interface CreateCardSmsTemplateResponseBodyData {
  templateCode?: string;
}

export interface CreateCardSmsTemplateResponseBody {
  code?: string;
  data?: CreateCardSmsTemplateResponseBodyData;
  requestId?: string;
  success?: boolean;
}

export type CreateCardSmsTemplateResponse = DysmsResponse<CreateCardSmsTemplateResponseBody>;

export interface SendBatchCardSmsRequest {
  cardTemplateCode?: string | undefined;
  cardTemplateParamJson?: string | undefined;
  digitalTemplateCode?: string | undefined;
  digitalTemplateParamJson?: string | undefined;
  fallbackType?: string | undefined;
  outId?: string | undefined;
  phoneNumberJson?: string | undefined;
  signNameJson?: string | undefined;
  smsTemplateCode?: string | undefined;
  smsTemplateParamJson?: string | undefined;
  smsUpExtendCodeJson?: string | undefined;
  templateCode?: string | undefined;
  templateParamJson?: string | undefined;
}

export interface SendBatchCardSmsResponseBodyData {
  bizCardId?: string;
  bizDigitalId?: string;
  bizSmsId?: string;
  cardTmpState?: number;
  mediaMobiles?: string;
  notMediaMobiles?: string;
}

export interface SendBatchCardSmsResponseBody {
  code?: string;
  data?: SendBatchCardSmsResponseBodyData;
  requestId?: string;
  success?: boolean;
}

export type SendBatchCardSmsResponse = DysmsResponse<SendBatchCardSmsResponseBody>;

export interface SendCardSmsRequestCardObjects {
  customUrl?: string | undefined;
  dyncParams?: string | undefined;
  mobile?: string | undefined;
}

export interface SendCardSmsRequest {
  cardObjects?: SendCardSmsRequestCardObjects[] | undefined;
  cardTemplateCode?: string | undefined;
  digitalTemplateCode?: string | undefined;
  digitalTemplateParam?: string | undefined;
  fallbackType?: string | undefined;
  outId?: string | undefined;
  signName?: string | undefined;
  smsTemplateCode?: string | undefined;
  smsTemplateParam?: string | undefined;
  smsUpExtendCode?: string | undefined;
  templateCode?: string | undefined;
  templateParam?: string | undefined;
}

export interface SendCardSmsResponseBodyData {
  bizCardId?: string;
  bizDigitalId?: string;
  bizSmsId?: string;
  cardTmpState?: number;
  mediaMobiles?: string;
  notMediaMobiles?: string;
}

export interface SendCardSmsResponseBody {
  code?: string;
  data?: SendCardSmsResponseBodyData;
  requestId?: string;
  success?: boolean;
}

export type SendCardSmsResponse = DysmsResponse<SendCardSmsResponseBody>;
