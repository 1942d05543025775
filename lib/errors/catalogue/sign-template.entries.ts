import type { CatalogueEntry } from './sms-error-description.interface.js';

/**
 * Refusals of a call because of its sign, its template or the variables of the template.
 *
 * Source: https://help.aliyun.com/document_detail/101346.html
 */
export const SIGN_TEMPLATE_ENTRIES = {
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
  'isv.SMS_TEMPLATE_ILLEGAL': {
    cause: 'configuration',
    zh: [
      '该账号下找不到对应模板，或模板与变量不匹配',
      '在短信控制台“模板管理”中确认模板 CODE（形如 SMS_ 加数字）填写正确、已审核通过，且与 AccessKey 属于同一账号；若提示“请检查模板内容与模板参数是否匹配”，则对照模板内容逐一核对 params 的变量名与取值。',
    ],
    en: [
      'This account has no such approved template, or the variables do not fit it.',
      'In the SMS console under Templates check that the code (SMS_ and digits) is right and approved, and that the key belongs to the account of the template; if Aliyun asks whether content and parameters match, compare the names and values of params with the variables of the template.',
    ],
  },
  'isv.TEMPLATE_MISSING_PARAMETERS': {
    cause: 'parameter',
    zh: [
      '模板中有变量未赋值',
      '对照控制台中的模板内容，为每个 ${变量} 都传入同名的值，注意大小写。',
    ],
    en: [
      'A variable of the template has no value.',
      'Pass a value for every ${variable} of the template, with the same spelling and letter case.',
    ],
  },
  'isv.TEMPLATE_PARAMS_ILLEGAL': {
    cause: 'parameter',
    zh: [
      '变量内容与变量属性不匹配',
      '在控制台查看该变量申请时选择的属性（如“仅数字”“其他号码”），按其长度和字符要求传值。',
    ],
    en: [
      "A value does not fit its variable's type.",
      'In the SMS console look up the type of the variable (digits only, amount, time, ...) and pass a value of that form and length.',
    ],
  },
  template_parameter_count_illegal: {
    cause: 'configuration',
    zh: ['验证码模板仅支持一个变量', '重新申请只含一个验证码变量的模板，其他文字写成固定内容。'],
    en: [
      'A verification template may have one variable only.',
      'Apply for a template whose only variable is the code, with all other words fixed.',
    ],
  },
  'isv.INVALID_JSON_PARAM': {
    cause: 'parameter',
    zh: [
      '模板参数不是合法的 JSON，或变量值不是字符串',
      '传入以变量名为键、字符串为值的对象，例如 {"code":"123456"}，数字也写成字符串。',
    ],
    en: [
      'The template parameters are not valid JSON with string values.',
      'Pass an object of variable names and strings such as {"code":"123456"}; write numbers as strings too.',
    ],
  },
  'isv.PARAM_LENGTH_LIMIT': {
    cause: 'parameter',
    zh: [
      '变量内容的长度超过限制',
      '缩短变量内容：验证码 4 至 6 位，其他变量通常 1 至 35 个字符，以该变量的属性为准。',
    ],
    en: [
      'A value is too long or too short.',
      'Shorten it: codes take 4 to 6 characters, other variables usually 1 to 35, as the type of the variable says.',
    ],
  },
  'isv.PARAM_NOT_SUPPORT_URL': {
    cause: 'content',
    zh: ['变量中不能传入链接', '把链接的固定部分写进模板内容后重新申请，变量中只传其余部分。'],
    en: [
      'A value contains a URL.',
      'Put the fixed part of the link into the template, have it approved again, and pass only the rest.',
    ],
  },
  'isv.SMS_TEST_SIGN_TEMPLATE_LIMIT': {
    cause: 'configuration',
    actor: 'developer',
    zh: [
      '测试签名与测试模板须配套使用',
      '测试专用签名只能搭配测试专用模板；正式发送时两者都换成自己申请的。',
    ],
    en: [
      'The test sign and the test template work only together.',
      'Use both for tests, or an approved sign and template of your own for real sends.',
    ],
  },
  'isv.SMS_TEST_NUMBER_LIMIT': {
    cause: 'configuration',
    zh: [
      '测试签名只能向已绑定的手机号发送',
      '在短信控制台“快速学习和测试”中绑定该号码，或改用已审核通过的正式签名和模板。',
    ],
    en: [
      'The test sign reaches bound numbers only.',
      'Bind the number in the SMS console under Quick Start, or use an approved sign and template of your own.',
    ],
  },
  'isv.SMS_TEST_TEMPLATE_PARAMS_ILLEGAL': {
    cause: 'parameter',
    zh: ['测试模板的变量仅支持 4 至 6 位数字', '传入 4 至 6 位纯数字的验证码。'],
    en: [
      'The variable of the test template takes 4 to 6 digits.',
      'Pass a code of 4 to 6 digits, without letters.',
    ],
  },
} satisfies Record<string, CatalogueEntry>;
