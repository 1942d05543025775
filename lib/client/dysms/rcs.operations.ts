// Written by npm run dysms:write, from the declarations of @alicloud/dysmsapi20170525.
import type { DysmsResponse, DysmsRuntimeOptions } from './dysms-call.js';

export interface RcsOperations {
  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/AddRcsSignMenu */
  addRcsSignMenu(request: AddRcsSignMenuRequest): Promise<AddRcsSignMenuResponse>;
  addRcsSignMenuWithOptions(
    request: AddRcsSignMenuRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<AddRcsSignMenuResponse>;

  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/CreateRCSMobileCapableTask */
  createRCSMobileCapableTask(
    request: CreateRCSMobileCapableTaskRequest,
  ): Promise<CreateRCSMobileCapableTaskResponse>;
  createRCSMobileCapableTaskWithOptions(
    request: CreateRCSMobileCapableTaskRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<CreateRCSMobileCapableTaskResponse>;

  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/CreateRCSTemplate */
  createRCSTemplate(request: CreateRCSTemplateRequest): Promise<CreateRCSTemplateResponse>;
  createRCSTemplateWithOptions(
    request: CreateRCSTemplateRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<CreateRCSTemplateResponse>;

  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/SendRCS */
  sendRCS(request: SendRCSRequest): Promise<SendRCSResponse>;
  sendRCSWithOptions(
    request: SendRCSRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<SendRCSResponse>;

  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/SendRCSReply */
  sendRCSReply(request: SendRCSReplyRequest): Promise<SendRCSReplyResponse>;
  sendRCSReplyWithOptions(
    request: SendRCSReplyRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<SendRCSReplyResponse>;

  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/UpdateRCSSignature */
  updateRCSSignature(request: UpdateRCSSignatureRequest): Promise<UpdateRCSSignatureResponse>;
  updateRCSSignatureWithOptions(
    request: UpdateRCSSignatureRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<UpdateRCSSignatureResponse>;

  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/UpgradeToRCSSignature */
  upgradeToRCSSignature(
    request: UpgradeToRCSSignatureRequest,
  ): Promise<UpgradeToRCSSignatureResponse>;
  upgradeToRCSSignatureWithOptions(
    request: UpgradeToRCSSignatureRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<UpgradeToRCSSignatureResponse>;
}

export interface AddRcsSignMenuRequest {
  menuContent?: string | undefined;
  signName?: string | undefined;
}

export interface AddRcsSignMenuResponseBody {
  accessDeniedDetail?: string;
  code?: string;
  data?: Record<string, unknown>;
  message?: string;
  requestId?: string;
  success?: boolean;
}

export type AddRcsSignMenuResponse = DysmsResponse<AddRcsSignMenuResponseBody>;

export interface CreateRCSMobileCapableTaskRequest {
  phoneNumbersFile?: string | undefined;
  signName?: string | undefined;
  templateCode?: string | undefined;
}

export interface CreateRCSMobileCapableTaskResponseBody {
  accessDeniedDetail?: string;
  code?: string;
  data?: Record<string, unknown>;
  message?: string;
  requestId?: string;
  success?: boolean;
}

export type CreateRCSMobileCapableTaskResponse =
  DysmsResponse<CreateRCSMobileCapableTaskResponseBody>;

export interface CreateRCSTemplateRequest {
  relatedSignNames?: string | undefined;
  templateContent?: string | undefined;
  templateFormat?: string | undefined;
  templateMenu?: string | undefined;
  templateName?: string | undefined;
  templateRule?: string | undefined;
  templateType?: number | undefined;
}

export interface CreateRCSTemplateResponseBody {
  accessDeniedDetail?: string;
  code?: string;
  data?: Record<string, unknown>;
  message?: string;
  requestId?: string;
  success?: boolean;
}

export type CreateRCSTemplateResponse = DysmsResponse<CreateRCSTemplateResponseBody>;

export interface SendRCSRequest {
  outId?: string | undefined;
  phoneNumbers?: string | undefined;
  signName?: string | undefined;
  templateCode?: string | undefined;
  templateParam?: string | undefined;
}

export interface SendRCSResponseBodyData {
  accessDeniedDetail?: string;
  bdcust?: string;
  code?: string;
  debug?: Record<string, unknown>;
  e?: string;
  extendMap?: Record<string, unknown>;
  gateFailMsg?: string;
  keyString?: string;
  message?: string;
  module?: Record<string, unknown>;
  partnerId?: string;
  requestId?: string;
  success?: boolean;
}

export interface SendRCSResponseBody {
  accessDeniedDetail?: string;
  code?: string;
  data?: SendRCSResponseBodyData;
  message?: string;
  requestId?: string;
  success?: boolean;
}

export type SendRCSResponse = DysmsResponse<SendRCSResponseBody>;

export interface SendRCSReplyRequest {
  inReplyToRcsID?: string | undefined;
  outId?: string | undefined;
  phoneNumbers?: string | undefined;
  signName?: string | undefined;
  templateCode?: string | undefined;
  templateParam?: string | undefined;
}

export interface SendRCSReplyResponseBodyData {
  accessDeniedDetail?: string;
  bdcust?: string;
  code?: string;
  debug?: Record<string, unknown>;
  e?: string;
  extendMap?: Record<string, unknown>;
  gateFailMsg?: string;
  keyString?: string;
  message?: string;
  module?: Record<string, unknown>;
  partnerId?: string;
  requestId?: string;
  success?: boolean;
}

export interface SendRCSReplyResponseBody {
  accessDeniedDetail?: string;
  code?: string;
  data?: SendRCSReplyResponseBodyData;
  message?: string;
  requestId?: string;
  success?: boolean;
}

export type SendRCSReplyResponse = DysmsResponse<SendRCSReplyResponseBody>;

export interface UpdateRCSSignatureRequest {
  backgroundImage?: string | undefined;
  bubbleColor?: string | undefined;
  category?: number | undefined;
  description?: string | undefined;
  latitude?: string | undefined;
  logo?: string | undefined;
  longitude?: string | undefined;
  officeAddress?: string | undefined;
  serviceEmail?: string | undefined;
  servicePhone?: string | undefined;
  serviceTerms?: string | undefined;
  serviceWebsite?: string | undefined;
  signName?: string | undefined;
}

export interface UpdateRCSSignatureResponseBody {
  accessDeniedDetail?: string;
  code?: string;
  data?: boolean;
  message?: string;
  requestId?: string;
  success?: boolean;
}

export type UpdateRCSSignatureResponse = DysmsResponse<UpdateRCSSignatureResponseBody>;

export interface UpgradeToRCSSignatureRequest {
  backgroundImage?: string | undefined;
  bubbleColor?: string | undefined;
  category?: number | undefined;
  description?: string | undefined;
  latitude?: string | undefined;
  logo?: string | undefined;
  longitude?: string | undefined;
  officeAddress?: string | undefined;
  serviceEmail?: string | undefined;
  servicePhone?: string | undefined;
  serviceTerms?: string | undefined;
  serviceWebsite?: string | undefined;
  signName?: string | undefined;
}

export interface UpgradeToRCSSignatureResponseBodyData {
  chatbotCode?: string;
  signId?: number;
}

export interface UpgradeToRCSSignatureResponseBody {
  accessDeniedDetail?: string;
  code?: string;
  data?: UpgradeToRCSSignatureResponseBodyData;
  message?: string;
  requestId?: string;
  success?: boolean;
}

export type UpgradeToRCSSignatureResponse = DysmsResponse<UpgradeToRCSSignatureResponseBody>;
