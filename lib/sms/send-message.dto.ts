import { IsOptional } from '../common/class-validator.js';
import { ValidateWith } from '../schema/validate-with.decorator.js';
import {
  extendCodeViolation,
  MAX_RECIPIENTS,
  outIdViolation,
  paramsViolation,
  phoneListViolation,
  signViolation,
  templateCodeViolation,
} from './message.rules.js';

/**
 * Values of the variables of a template. Aliyun takes strings only: the others are sent as strings. A number
 * must be exact: one of more than 15 digits with a fraction, or above 2^53, is refused. Give it as a string.
 */
export type TemplateParams = Record<string, string | number | boolean>;

/** A message, as `sendMessage` takes it and as the body of a controller. */
export class SendMessageDto {
  /**
   * The recipients, 1 to 1000 of them; duplicates are sent to once.
   *
   * Mainland numbers with no prefix, `+`, `+86`, `0086` or `86`; others as country code and number.
   * Two spellings of a number are duplicates, see `normalizePhone`.
   *
   * @example ['13800138000', '+85251234567']
   * @see https://help.aliyun.com/document_detail/101346.html
   */
  @ValidateWith(phoneListViolation)
  phoneList!: string[];

  /**
   * Values of the template's variables; `{}` for a template without variables.
   *
   * @example { code: '123456' }
   */
  @ValidateWith(paramsViolation)
  params!: TemplateParams;

  /**
   * Code of an approved template.
   *
   * @example 'SMS_123456789'
   */
  @ValidateWith(templateCodeViolation)
  verifyTemplateCode!: string;

  /**
   * Signature in place of the instance's own, without the brackets 【】. What is invisible at its ends is not sent.
   *
   * @example '某某科技'
   */
  @IsOptional()
  @ValidateWith(signViolation)
  verifySign?: string;

  /**
   * Your own id of this send, below 256 characters. Aliyun echoes it in receipts and QuerySendDetails;
   * it does not prevent a second send.
   *
   * @default a generated UUID
   */
  @IsOptional()
  @ValidateWith(outIdViolation)
  outId?: string;

  /**
   * Digits by which replies to this message are told apart.
   *
   * @example '90999'
   */
  @IsOptional()
  @ValidateWith(extendCodeViolation)
  smsUpExtendCode?: string;

  /**
   * @internal The properties as `@nestjs/swagger` shows them. It asks every class for this method, which its
   * plugin for the compiler writes (https://docs.nestjs.com/openapi/cli-plugin), so that we need not import it.
   */
  static _OPENAPI_METADATA_FACTORY(): Record<keyof SendMessageDto, object> {
    return {
      phoneList: {
        required: true,
        type: () => [String],
        minItems: 1,
        maxItems: MAX_RECIPIENTS,
        description:
          'The recipients. Mainland numbers with no prefix, +, +86, 0086 or 86; others as country code and number.',
        example: ['13800138000', '+85251234567'],
      },
      params: {
        required: true,
        type: 'object',
        additionalProperties: {
          oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }],
        },
        description: "Values of the template's variables; {} for a template without variables.",
        example: { code: '123456' },
      },
      verifyTemplateCode: {
        required: true,
        type: () => String,
        description: 'Code of an approved template.',
        example: 'SMS_123456789',
      },
      verifySign: {
        required: false,
        type: () => String,
        description: "Signature in place of the instance's own, without the brackets 【】.",
        example: '某某科技',
      },
      outId: {
        required: false,
        type: () => String,
        maxLength: 255,
        description:
          'Your own id of this send, which receipts carry. It does not prevent a second send.',
        example: 'order-1001',
      },
      smsUpExtendCode: {
        required: false,
        type: () => String,
        pattern: String.raw`^\d{1,20}$`,
        description: 'Digits by which replies to this message are told apart.',
        example: '90999',
      },
    };
  }
}
