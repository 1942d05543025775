/**
 * Every code that Aliyun documents, by subject. The tables beside this file are checked against
 * these lists by the compiler: a code without a row does not build.
 *
 * Sources: https://help.aliyun.com/document_detail/101346.html (calls),
 * https://help.aliyun.com/document_detail/101347.html (receipts),
 * https://developer.aliyun.com/ask/278265 (gateway).
 */
export const SIGN_CODES = [
  'isv.SMS_SIGNATURE_ILLEGAL',
  'isv.SMS_SIGN_NAME_ILLEGAL',
  'isv.SMS_SIGN_ILLEGAL',
  'isv.SIGN_STATE_ILLEGAL',
  'isv.SIGN_NAME_ILLEGAL',
  'isv.SIGN_SOURCE_ILLEGAL',
  'isv.SMS_SIGNATURE_SCENE_ILLEGAL',
  'isv.SMS_SIGN_EMOJI_ILLEGAL',
  'SIGNATURE_BLACKLIST',
] as const;

export const TEMPLATE_CODES = [
  'isv.SMS_TEMPLATE_ILLEGAL',
  'isv.TEMPLATE_MISSING_PARAMETERS',
  'isv.TEMPLATE_PARAMS_ILLEGAL',
  'template_parameter_count_illegal',
  'isv.INVALID_JSON_PARAM',
  'isv.PARAM_LENGTH_LIMIT',
  'isv.PARAM_NOT_SUPPORT_URL',
  'isv.SMS_TEST_SIGN_TEMPLATE_LIMIT',
  'isv.SMS_TEST_NUMBER_LIMIT',
  'isv.SMS_TEST_TEMPLATE_PARAMS_ILLEGAL',
] as const;

export const MESSAGE_CODES = [
  'OK',
  'isv.INVALID_PARAMETERS',
  'PARAMS_ILLEGAL',
  'isv.SMS_CONTENT_ILLEGAL',
  'isv.UNSUPPORTED_CONTENT',
  'isv.SMS_CONTENT_MISMATCH_TEMPLATE_TYPE',
  'isv.MOBILE_NUMBER_ILLEGAL',
  'isv.MOBILE_COUNT_OVER_LIMIT',
  'isv.DOMESTIC_NUMBER_NOT_SUPPORTED',
  'isv.EXTEND_CODE_ERROR',
  'isv.ONE_CODE_MULTIPLE_SIGN',
  'isv.CODE_EXCEED_LIMIT',
  'isv.CODE_ERROR',
  'isv.BLACK_KEY_CONTROL_LIMIT',
  'isv.CUSTOMER_REFUSED',
  'isp.SYSTEM_ERROR',
  'isp.GATEWAY_ERROR',
  'IS_CLOSE',
  'FILTER',
] as const;

export const ACCOUNT_CODES = [
  'isv.BUSINESS_LIMIT_CONTROL',
  'isv.DAY_LIMIT_CONTROL',
  'isv.MONTH_LIMIT_CONTROL',
  'isv.OUT_OF_SERVICE',
  'isv.AMOUNT_NOT_ENOUGH',
  'isv.PRODUCT_UN_SUBSCRIPT',
  'isv.PRODUCT_UNSUBSCRIBE',
  'isv.ACCOUNT_NOT_EXISTS',
  'isv.ACCOUNT_ABNORMAL',
  'isv.SECURITY_FROZEN_ACCOUNT',
  'isv.DENY_IP_RANGE',
  'isp.RAM_PERMISSION_DENY',
] as const;

export const MANAGEMENT_CODES = [
  'isv.SIGN_COUNT_OVER_LIMIT',
  'isv.TEMPLATE_COUNT_OVER_LIMIT',
  'isv.SMS_OVER_LIMIT',
  'isv.SIGN_FILE_LIMIT',
  'isv.ERROR_EMPTY_FILE',
  'isv.SIGN_OVER_LIMIT',
  'isv.TEMPLATE_OVER_LIMIT',
  'isv.ERROR_SIGN_NOT_DELETE',
  'isv.ERROR_TEMPLATE_NOT_DELETE',
  'isv.ERROR_SIGN_NOT_MODIFY',
  'isv.ERROR_TEMPLATE_NOT_MODIFY',
  'isv.SHORTURL_OVER_LIMIT',
  'isv.NO_AVAILABLE_SHORT_URL',
  'isv.SHORTURL_NAME_ILLEGAL',
  'isv.SOURCEURL_OVER_LIMIT',
  'isv.SHORTURL_TIME_ILLEGAL',
  'isv.PHONENUMBERS_OVER_LIMIT',
  'isv.SHORTURL_STILL_AVAILABLE',
  'isv.SHORTURL_DOMAIN_EMPTY',
] as const;

export const GATEWAY_CODES = [
  'SignatureDoesNotMatch',
  'IncompleteSignature',
  'InvalidAccessKeyId.NotFound',
  'InvalidAccessKeyId.Inactive',
  'InvalidSecurityToken.Expired',
  'InvalidSecurityToken.Malformed',
  'InvalidSecurityToken.MismatchWithAccessKey',
  'InvalidTimeStamp.Expired',
  'InvalidTimeStamp.Format',
  'SignatureNonceUsed',
  'InvalidSignatureMethod',
  'InvalidVersion',
  'InvalidAction.NotFound',
  'InvalidApi.NotFound',
  'UnsupportedHTTPMethod',
  'NoPermission',
  'Forbidden',
  'Forbidden.RAM',
  'Forbidden.RiskControl',
  'InsufficientBalance',
  'Throttling',
  'Throttling.User',
  'Throttling.Api',
  'ServiceUnavailable',
  'InternalError',
  'ServiceUnavailableTemporary',
] as const;

export const RECEIPT_CODES = [
  'DELIVERED',
  'REQUEST_SUCCESS',
  'MOBILE_NOT_ON_SERVICE',
  'INVALID_NUMBER',
  'MOBILE_SEND_LIMIT',
  'MOBILE_ACCOUNT_ABNORMAL',
  'MOBILE_IN_BLACK',
  // Aliyun documents the misspelt name and sends both.
  'MOBLLE_TERMINAL_ERROR',
  'MOBILE_TERMINAL_ERROR',
  'USER_REJECT',
  'CONTENT_KEYWORD',
  'CONTENT_ERROR',
  'NO_ROUTE',
  'SP_NOT_BY_INTER_SMS',
  'SP_UNKNOWN_ERROR',
  'EXPIRED',
  'PORT_NOT_REGISTERED',
] as const;

/** Raw codes of China Mobile, which older receipts carry; Aliyun's pages no longer list them. */
export const CARRIER_CODES = [
  'DELIVRD',
  'UNDELIV',
  'REJECTD',
  'MK:0001',
  'MK:0005',
  'MK:0010',
  'MK:0023',
  'DB:0142',
  'DB:0144',
  'IB:0008',
] as const;

export type SignCode = (typeof SIGN_CODES)[number];
export type TemplateCode = (typeof TEMPLATE_CODES)[number];
export type MessageCode = (typeof MESSAGE_CODES)[number];
export type AccountCode = (typeof ACCOUNT_CODES)[number];
export type ManagementCode = (typeof MANAGEMENT_CODES)[number];
export type GatewayCode = (typeof GATEWAY_CODES)[number];
export type ReceiptCode = (typeof RECEIPT_CODES)[number];
export type CarrierCode = (typeof CARRIER_CODES)[number];

/** A code that the catalogue describes by name; others are described by pattern or prefix. */
export type KnownSmsErrorCode =
  | SignCode
  | TemplateCode
  | MessageCode
  | AccountCode
  | ManagementCode
  | GatewayCode
  | ReceiptCode
  | CarrierCode;
