// Written by npm run dysms:write, from the declarations of @alicloud/dysmsapi20170525.
import type { DysmsResponse, DysmsRuntimeOptions } from './dysms-call.js';

export interface QualificationOperations {
  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/ChangeSignatureQualification */
  changeSignatureQualification(
    request: ChangeSignatureQualificationRequest,
  ): Promise<ChangeSignatureQualificationResponse>;
  changeSignatureQualificationWithOptions(
    request: ChangeSignatureQualificationRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<ChangeSignatureQualificationResponse>;

  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/DeleteSmsQualification */
  deleteSmsQualification(
    request: DeleteSmsQualificationRequest,
  ): Promise<DeleteSmsQualificationResponse>;
  deleteSmsQualificationWithOptions(
    request: DeleteSmsQualificationRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<DeleteSmsQualificationResponse>;

  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/RequiredPhoneCode */
  requiredPhoneCode(request: RequiredPhoneCodeRequest): Promise<RequiredPhoneCodeResponse>;
  requiredPhoneCodeWithOptions(
    request: RequiredPhoneCodeRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<RequiredPhoneCodeResponse>;

  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/SubmitSmsQualification */
  submitSmsQualification(
    request: SubmitSmsQualificationRequest,
  ): Promise<SubmitSmsQualificationResponse>;
  submitSmsQualificationWithOptions(
    request: SubmitSmsQualificationRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<SubmitSmsQualificationResponse>;

  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/UpdateSmsQualification */
  updateSmsQualification(
    request: UpdateSmsQualificationRequest,
  ): Promise<UpdateSmsQualificationResponse>;
  updateSmsQualificationWithOptions(
    request: UpdateSmsQualificationRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<UpdateSmsQualificationResponse>;

  /** https://api.aliyun.com/document/Dysmsapi/2017-05-25/ValidPhoneCode */
  validPhoneCode(request: ValidPhoneCodeRequest): Promise<ValidPhoneCodeResponse>;
  validPhoneCodeWithOptions(
    request: ValidPhoneCodeRequest,
    runtime?: DysmsRuntimeOptions,
  ): Promise<ValidPhoneCodeResponse>;
}

export interface ChangeSignatureQualificationRequest {
  authorizationLetterId?: number | undefined;
  ownerId?: number | undefined;
  qualificationId?: number | undefined;
  resourceOwnerAccount?: string | undefined;
  resourceOwnerId?: number | undefined;
  signatureName?: string | undefined;
}

export interface ChangeSignatureQualificationResponseBodyData {
  data?: Record<string, unknown>;
  errCode?: string;
  errMessage?: string;
  success?: boolean;
}

export interface ChangeSignatureQualificationResponseBody {
  accessDeniedDetail?: string;
  code?: string;
  data?: ChangeSignatureQualificationResponseBodyData;
  message?: string;
  requestId?: string;
  success?: boolean;
}

export type ChangeSignatureQualificationResponse =
  DysmsResponse<ChangeSignatureQualificationResponseBody>;

export interface DeleteSmsQualificationRequest {
  orderId?: number | undefined;
  ownerId?: number | undefined;
  qualificationGroupId?: number | undefined;
  resourceOwnerAccount?: string | undefined;
  resourceOwnerId?: number | undefined;
}

export interface DeleteSmsQualificationResponseBody {
  accessDeniedDetail?: string;
  code?: string;
  data?: boolean;
  message?: string;
  requestId?: string;
  success?: boolean;
}

export type DeleteSmsQualificationResponse = DysmsResponse<DeleteSmsQualificationResponseBody>;

export interface RequiredPhoneCodeRequest {
  ownerId?: number | undefined;
  phoneNo?: string | undefined;
  resourceOwnerAccount?: string | undefined;
  resourceOwnerId?: number | undefined;
}

export interface RequiredPhoneCodeResponseBody {
  accessDeniedDetail?: string;
  code?: string;
  data?: string;
  message?: string;
  requestId?: string;
  success?: boolean;
}

export type RequiredPhoneCodeResponse = DysmsResponse<RequiredPhoneCodeResponseBody>;

export interface SubmitSmsQualificationRequestBusinessLicensePics {
  licensePic?: string | undefined;
  type?: string | undefined;
}

export interface SubmitSmsQualificationRequestOtherFiles {
  licensePic?: string | undefined;
}

export interface SubmitSmsQualificationRequest {
  adminIDCardExpDate?: string | undefined;
  adminIDCardFrontFace?: string | undefined;
  adminIDCardNo?: string | undefined;
  adminIDCardPic?: string | undefined;
  adminIDCardType?: string | undefined;
  adminName?: string | undefined;
  adminPhoneNo?: string | undefined;
  businessLicensePics?: SubmitSmsQualificationRequestBusinessLicensePics[] | undefined;
  bussinessLicenseExpDate?: string | undefined;
  certifyCode?: string | undefined;
  companyName?: string | undefined;
  companyType?: string | undefined;
  legalPersonIDCardNo?: string | undefined;
  legalPersonIDCardType?: string | undefined;
  legalPersonIdCardBackSide?: string | undefined;
  legalPersonIdCardEffTime?: string | undefined;
  legalPersonIdCardFrontSide?: string | undefined;
  legalPersonName?: string | undefined;
  organizationCode?: string | undefined;
  otherFiles?: SubmitSmsQualificationRequestOtherFiles[] | undefined;
  ownerId?: number | undefined;
  qualificationName?: string | undefined;
  remark?: string | undefined;
  resourceOwnerAccount?: string | undefined;
  resourceOwnerId?: number | undefined;
  useBySelf?: boolean | undefined;
  whetherShare?: boolean | undefined;
}

export interface SubmitSmsQualificationResponseBody {
  accessDeniedDetail?: string;
  code?: string;
  data?: string;
  message?: string;
  requestId?: string;
  success?: boolean;
}

export type SubmitSmsQualificationResponse = DysmsResponse<SubmitSmsQualificationResponseBody>;

export interface UpdateSmsQualificationRequestBusinessLicensePics {
  licensePic?: string | undefined;
  type?: string | undefined;
}

export interface UpdateSmsQualificationRequestOtherFiles {
  licensePic?: string | undefined;
}

export interface UpdateSmsQualificationRequest {
  adminIDCardExpDate?: string | undefined;
  adminIDCardFrontFace?: string | undefined;
  adminIDCardNo?: string | undefined;
  adminIDCardPic?: string | undefined;
  adminIDCardType?: string | undefined;
  adminName?: string | undefined;
  adminPhoneNo?: string | undefined;
  businessLicensePics?: UpdateSmsQualificationRequestBusinessLicensePics[] | undefined;
  bussinessLicenseExpDate?: string | undefined;
  certifyCode?: string | undefined;
  companyName?: string | undefined;
  legalPersonIDCardNo?: string | undefined;
  legalPersonIDCardType?: string | undefined;
  legalPersonIdCardBackSide?: string | undefined;
  legalPersonIdCardEffTime?: string | undefined;
  legalPersonIdCardFrontSide?: string | undefined;
  legalPersonName?: string | undefined;
  orderId?: number | undefined;
  otherFiles?: UpdateSmsQualificationRequestOtherFiles[] | undefined;
  ownerId?: number | undefined;
  qualificationGroupId?: number | undefined;
  resourceOwnerAccount?: string | undefined;
  resourceOwnerId?: number | undefined;
}

export interface UpdateSmsQualificationResponseBody {
  accessDeniedDetail?: string;
  code?: string;
  data?: string;
  message?: string;
  requestId?: string;
  success?: boolean;
}

export type UpdateSmsQualificationResponse = DysmsResponse<UpdateSmsQualificationResponseBody>;

export interface ValidPhoneCodeRequest {
  certifyCode?: string | undefined;
  ownerId?: number | undefined;
  phoneNo?: string | undefined;
  resourceOwnerAccount?: string | undefined;
  resourceOwnerId?: number | undefined;
}

export interface ValidPhoneCodeResponseBody {
  accessDeniedDetail?: string;
  code?: string;
  data?: boolean;
  message?: string;
  requestId?: string;
  success?: boolean;
}

export type ValidPhoneCodeResponse = DysmsResponse<ValidPhoneCodeResponseBody>;
