// Written by npm run dysms:write, from the declarations of @alicloud/dysmsapi20170525.
import type { DysmsResponse, DysmsRuntimeOptions } from './dysms-call.js';

export interface RcsQueryOperations {
  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/GetRCSSignature */
  getRCSSignature(request: GetRCSSignatureRequest): Promise<GetRCSSignatureResponse>;
  getRCSSignatureWithOptions(
    request: GetRCSSignatureRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<GetRCSSignatureResponse>;

  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/QueryRCSMobileCapable */
  queryRCSMobileCapable(
    request: QueryRCSMobileCapableRequest,
  ): Promise<QueryRCSMobileCapableResponse>;
  queryRCSMobileCapableWithOptions(
    request: QueryRCSMobileCapableRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<QueryRCSMobileCapableResponse>;

  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/QueryRCSMobileCapableTaskResult */
  queryRCSMobileCapableTaskResult(
    request: QueryRCSMobileCapableTaskResultRequest,
  ): Promise<QueryRCSMobileCapableTaskResultResponse>;
  queryRCSMobileCapableTaskResultWithOptions(
    request: QueryRCSMobileCapableTaskResultRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<QueryRCSMobileCapableTaskResultResponse>;

  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/QueryRCSTemplate */
  queryRCSTemplate(request: QueryRCSTemplateRequest): Promise<QueryRCSTemplateResponse>;
  queryRCSTemplateWithOptions(
    request: QueryRCSTemplateRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<QueryRCSTemplateResponse>;

  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/QueryRcsSignMenuByVersion */
  queryRcsSignMenuByVersion(
    request: QueryRcsSignMenuByVersionRequest,
  ): Promise<QueryRcsSignMenuByVersionResponse>;
  queryRcsSignMenuByVersionWithOptions(
    request: QueryRcsSignMenuByVersionRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<QueryRcsSignMenuByVersionResponse>;
}

export interface GetRCSSignatureRequest {
  signName?: string | undefined;
}

export interface GetRCSSignatureResponseBodyDataRegisterResultListRegisterStatusReasons {
  reasonCode?: string;
  reasonDescList?: string[];
}

export interface GetRCSSignatureResponseBodyDataRegisterResultList {
  operatorCode?: string;
  productType?: number;
  registerCompleteTime?: string;
  registerStatus?: number;
  registerStatusReasons?: GetRCSSignatureResponseBodyDataRegisterResultListRegisterStatusReasons[];
}

export interface GetRCSSignatureResponseBodyDataShelfResultListShelfStatusReasons {
  reasonCode?: string;
  reasonDescList?: string[];
}

export interface GetRCSSignatureResponseBodyDataShelfResultList {
  operatorCode?: string;
  productType?: number;
  shelfStatus?: number;
  shelfStatusReasons?: GetRCSSignatureResponseBodyDataShelfResultListShelfStatusReasons[];
}

export interface GetRCSSignatureResponseBodyData {
  backgroundImage?: string;
  bubbleColor?: string;
  category?: number;
  chatbotCode?: string;
  chatbotName?: string;
  description?: string;
  latitude?: string;
  logo?: string;
  longitude?: string;
  officeAddress?: string;
  registerResultList?: GetRCSSignatureResponseBodyDataRegisterResultList[];
  serviceEmail?: string;
  servicePhone?: string;
  serviceTerms?: string;
  serviceWebsite?: string;
  shelfResultList?: GetRCSSignatureResponseBodyDataShelfResultList[];
  signId?: number;
  signName?: string;
}

export interface GetRCSSignatureResponseBody {
  accessDeniedDetail?: string;
  code?: string;
  data?: GetRCSSignatureResponseBodyData;
  message?: string;
  requestId?: string;
  success?: boolean;
}

export type GetRCSSignatureResponse = DysmsResponse<GetRCSSignatureResponseBody>;

export interface QueryRCSMobileCapableRequest {
  phoneNumbers?: string | undefined;
  signName?: string | undefined;
  templateCode?: string | undefined;
}

export interface QueryRCSMobileCapableResponseBody {
  accessDeniedDetail?: string;
  code?: string;
  data?: Record<string, unknown>;
  message?: string;
  requestId?: string;
  success?: boolean;
}

export type QueryRCSMobileCapableResponse = DysmsResponse<QueryRCSMobileCapableResponseBody>;

export interface QueryRCSMobileCapableTaskResultRequest {
  taskId?: string | undefined;
}

export interface QueryRCSMobileCapableTaskResultResponseBody {
  accessDeniedDetail?: string;
  code?: string;
  data?: Record<string, unknown>;
  message?: string;
  requestId?: string;
  success?: boolean;
}

export type QueryRCSMobileCapableTaskResultResponse =
  DysmsResponse<QueryRCSMobileCapableTaskResultResponseBody>;

export interface QueryRCSTemplateRequest {
  templateCode?: string | undefined;
}

export interface QueryRCSTemplateResponseBody {
  accessDeniedDetail?: string;
  code?: string;
  data?: Record<string, unknown>;
  message?: string;
  requestId?: string;
  success?: boolean;
}

export type QueryRCSTemplateResponse = DysmsResponse<QueryRCSTemplateResponseBody>;

export interface QueryRcsSignMenuByVersionRequest {
  rcsMenuVersion?: string | undefined;
  signName?: string | undefined;
}

export interface QueryRcsSignMenuByVersionResponseBody {
  accessDeniedDetail?: string;
  code?: string;
  data?: Record<string, unknown>;
  message?: string;
  requestId?: string;
  success?: boolean;
}

export type QueryRcsSignMenuByVersionResponse =
  DysmsResponse<QueryRcsSignMenuByVersionResponseBody>;
