import type { SignCode } from './aliyun-codes.js';
import type { CatalogueRow } from './catalogue-row.interface.js';

export const SIGN_CATALOGUE = {
  'isv.SMS_SIGNATURE_ILLEGAL': {
    cause: 'configuration',
    zh: [
      '该账号下找不到对应签名',
      '在短信控制台“签名管理”中确认签名已审核通过，且与代码中的写法完全一致（不带【】和空格），AccessKey 与签名属于同一账号。',
    ],
    en: [
      'This account has no such approved sign.',
      'In the SMS console under Signatures check that the sign is approved and spelled exactly so, without 【】 or spaces, and that the key belongs to the account of the sign.',
    ],
  },
  'isv.SMS_SIGN_NAME_ILLEGAL': {
    cause: 'configuration',
    zh: [
      '签名不存在或未审核通过',
      '在短信控制台“签名管理”中查看该签名的审核状态，未通过的按驳回原因修改后重新提交。',
    ],
    en: [
      'The sign does not exist or is not approved.',
      'In the SMS console under Signatures look at the review state; mend a rejected sign as the reason says and submit it again.',
    ],
  },
  'isv.SMS_SIGN_ILLEGAL': {
    cause: 'configuration',
    zh: [
      '签名禁止使用',
      '该签名已被平台禁用：换用其他已审核通过的签名，或在阿里云提交工单申请解除。',
    ],
    en: [
      'The sign is forbidden.',
      'Aliyun has barred this sign: use another approved one, or open a ticket with Aliyun to have it released.',
    ],
  },
  'isv.SIGN_STATE_ILLEGAL': {
    cause: 'configuration',
    zh: [
      '签名状态为“不可用”',
      '在短信控制台“签名管理”中查看不可用的原因（多为资质过期或实名报备未完成），补齐后再发送。',
    ],
    en: [
      'The sign is in a state in which it cannot be used.',
      'In the SMS console under Signatures read why it is unavailable (usually an expired qualification or an unfinished real-name registration) and complete it.',
    ],
  },
  'isv.SIGN_NAME_ILLEGAL': {
    cause: 'configuration',
    zh: [
      '签名名称不符合规范',
      '签名须为 2 至 12 个汉字、字母或数字，不含符号和空格；按规范修改名称后重新申请。',
    ],
    en: [
      'The name of the sign breaks the rules.',
      'Use 2 to 12 Chinese characters, letters or digits without symbols or spaces, and apply for the sign again.',
    ],
  },
  'isv.SIGN_SOURCE_ILLEGAL': {
    cause: 'configuration',
    zh: [
      '签名来源不支持',
      '申请签名时换用支持的来源（企事业单位全称或简称、已备案的 App、商标），并上传对应证明。',
    ],
    en: [
      'The source of the sign is not supported.',
      'Apply with a supported source (name of the organisation, a filed app, a trademark) and upload its proof.',
    ],
  },
  'isv.SMS_SIGNATURE_SCENE_ILLEGAL': {
    cause: 'configuration',
    zh: [
      '签名和模板类型不一致',
      '验证码类签名只能用于验证码模板：发送通知或推广短信请换用通用类签名。',
    ],
    en: [
      'The kinds of sign and template do not match.',
      'A verification sign works with verification templates only: use a general-purpose sign for notices and promotion.',
    ],
  },
  'isv.SMS_SIGN_EMOJI_ILLEGAL': {
    cause: 'parameter',
    zh: ['签名不能包含 emoji', '从签名参数中去掉 emoji，改用控制台中已审核通过的签名名称。'],
    en: [
      'The sign contains an emoji.',
      'Remove the emoji: pass the name exactly as it was approved in the SMS console.',
    ],
  },
  SIGNATURE_BLACKLIST: {
    cause: 'configuration',
    zh: [
      '签名内容涉及违规信息',
      '该签名已被列入黑名单：换用其他签名，有异议时在阿里云提交工单申诉。',
    ],
    en: [
      'The sign is black-listed for forbidden content.',
      'Use another sign; to object, open a ticket with Aliyun.',
    ],
  },
} satisfies Record<SignCode, CatalogueRow>;
