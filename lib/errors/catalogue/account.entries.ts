import type { CatalogueEntry } from './sms-error-description.interface.js';

/**
 * Refusals that concern the account: money, activation and permissions first, then its
 * applications for signs and templates, then its short links.
 *
 * Source: https://help.aliyun.com/document_detail/101346.html
 */
export const ACCOUNT_ENTRIES = {
  'isv.OUT_OF_SERVICE': {
    cause: 'account',
    zh: ['业务停机', '在阿里云费用中心结清欠费，服务恢复后再发送。'],
    en: [
      'The service is stopped, usually for unpaid bills.',
      "Settle the bills in Aliyun's Expenses centre; the service then resumes.",
    ],
  },
  'isv.AMOUNT_NOT_ENOUGH': {
    cause: 'account',
    zh: ['账户余额不足', '在阿里云费用中心充值，或购买国内短信套餐包。'],
    en: [
      'The account has neither balance nor a message package left.',
      "Top up in Aliyun's Expenses centre or buy a message package.",
    ],
  },
  'isv.PRODUCT_UN_SUBSCRIPT': {
    cause: 'account',
    zh: ['未开通短信服务', '登录短信控制台，开通短信服务后再调用。'],
    en: [
      'SMS is not activated for this account.',
      'Open the SMS console with this account and activate the service.',
    ],
  },
  'isv.PRODUCT_UNSUBSCRIBE': {
    cause: 'account',
    zh: [
      '该接口对应的产品未开通',
      '在短信控制台开通所调用接口对应的产品（如卡片短信、国际短信）。',
    ],
    en: [
      'The product of this operation is not activated.',
      'Activate the product of the called operation (card SMS, international SMS, ...) in the SMS console.',
    ],
  },
  'isv.ACCOUNT_NOT_EXISTS': {
    cause: 'account',
    zh: ['账户不存在', '确认 AccessKey 属于已开通短信服务的阿里云账号，且账号未注销。'],
    en: [
      'The account does not exist.',
      'Check that the key belongs to an existing Aliyun account in which SMS is activated.',
    ],
  },
  'isv.ACCOUNT_ABNORMAL': {
    cause: 'account',
    zh: ['账户异常', '在阿里云费用中心检查账户和欠费状态；状态正常仍报错时提交工单。'],
    en: [
      'The account is in an abnormal state.',
      "Check account and bills in Aliyun's Expenses centre; open a ticket if both look right.",
    ],
  },
  'isv.SECURITY_FROZEN_ACCOUNT': {
    cause: 'account',
    zh: [
      '账号因长时间未使用已被限制',
      '由主账号登录短信控制台按提示解除限制，或向阿里云提交工单。',
    ],
    en: [
      'The account is frozen because it was long unused.',
      'Sign in to the SMS console with the main account and lift the restriction, or open a ticket with Aliyun.',
    ],
  },
  'isv.DENY_IP_RANGE': {
    cause: 'configuration',
    actor: 'developer',
    zh: [
      '源 IP 所在的地区被禁用',
      '国内短信须从中国内地的 IP 调用：把服务部署到内地，或经内地的代理出口访问。',
    ],
    en: [
      'Calls from the region of this IP address are barred.',
      'Domestic SMS must be called from an IP address in mainland China: deploy there, or go out through a proxy there.',
    ],
  },
  'isp.RAM_PERMISSION_DENY': {
    cause: 'configuration',
    zh: [
      'RAM 用户没有访问权限',
      '在 RAM 控制台为该用户授予 AliyunDysmsFullAccess，或所调用接口的自定义策略。',
    ],
    en: [
      'The RAM user lacks the permission.',
      'In the RAM console grant the user AliyunDysmsFullAccess, or a policy with the called operation.',
    ],
  },
  'isv.SIGN_COUNT_OVER_LIMIT': {
    cause: 'quota',
    actor: 'account-owner',
    zh: ['当天申请签名的次数已达上限', '次日再提交签名申请。'],
    en: ["Today's number of sign applications is used up.", 'Apply again tomorrow, China time.'],
  },
  'isv.TEMPLATE_COUNT_OVER_LIMIT': {
    cause: 'quota',
    actor: 'account-owner',
    zh: ['当天申请模板的次数已达上限', '次日再提交模板申请。'],
    en: [
      "Today's number of template applications is used up.",
      'Apply again tomorrow, China time.',
    ],
  },
  'isv.SMS_OVER_LIMIT': {
    cause: 'quota',
    actor: 'account-owner',
    zh: ['当天通过接口提交的申请超过 100 个', '次日再提交，或在短信控制台手动申请。'],
    en: [
      'More than 100 applications were made through the API today.',
      'Apply again tomorrow, China time, or by hand in the SMS console.',
    ],
  },
  'isv.SIGN_FILE_LIMIT': {
    cause: 'parameter',
    zh: ['签名证明文件超过 2 MB', '把证明图片压缩到 2 MB 以内再上传。'],
    en: ['The proof of the sign exceeds 2 MB.', 'Compress the picture to less than 2 MB.'],
  },
  'isv.ERROR_EMPTY_FILE': {
    cause: 'parameter',
    zh: ['缺少签名证明文件', '申请签名时附上证明图片。'],
    en: ['The proof of the sign is missing.', 'Attach the picture of the proof.'],
  },
  'isv.SIGN_OVER_LIMIT': {
    cause: 'parameter',
    zh: ['签名名称或申请说明过长', '缩短签名名称和申请说明后重新提交。'],
    en: ['Name or remark of the sign is too long.', 'Shorten both and submit again.'],
  },
  'isv.TEMPLATE_OVER_LIMIT': {
    cause: 'parameter',
    zh: [
      '模板名称、内容或申请说明过长',
      '模板名称不超过 30 个字符，内容不超过 500 个字符，缩短后重新提交。',
    ],
    en: [
      'Name, content or remark of the template is too long.',
      'Keep the name within 30 characters and the content within 500.',
    ],
  },
  'isv.ERROR_SIGN_NOT_DELETE': {
    cause: 'parameter',
    repeat: 'later',
    zh: ['签名正在审核，不能删除', '等审核结束后再删除。'],
    en: ['The sign is under review and cannot be deleted.', 'Delete it when the review has ended.'],
  },
  'isv.ERROR_TEMPLATE_NOT_DELETE': {
    cause: 'parameter',
    repeat: 'later',
    zh: ['模板正在审核，不能删除', '等审核结束后再删除。'],
    en: [
      'The template is under review and cannot be deleted.',
      'Delete it when the review has ended.',
    ],
  },
  'isv.ERROR_SIGN_NOT_MODIFY': {
    cause: 'parameter',
    zh: ['签名已审核通过，不能修改', '如需变更，申请一个新签名。'],
    en: ['An approved sign cannot be changed.', 'Apply for a new sign instead.'],
  },
  'isv.ERROR_TEMPLATE_NOT_MODIFY': {
    cause: 'parameter',
    zh: ['模板已审核通过，不能修改', '如需变更，申请一个新模板。'],
    en: ['An approved template cannot be changed.', 'Apply for a new template instead.'],
  },
  'isv.SHORTURL_OVER_LIMIT': {
    cause: 'quota',
    actor: 'account-owner',
    repeat: 'no',
    zh: ['短链数量超过限制', '删除不再使用的短链后再创建。'],
    en: ['The number of short links is used up.', 'Delete short links that are no longer needed.'],
  },
  'isv.NO_AVAILABLE_SHORT_URL': {
    cause: 'parameter',
    zh: ['没有可用的短链', '先创建短链，并确认它已生效且未过期。'],
    en: [
      'There is no usable short link.',
      'Create one first, and check that it is active and has not expired.',
    ],
  },
  'isv.SHORTURL_NAME_ILLEGAL': {
    cause: 'parameter',
    zh: ['短链名称不合法', '换一个较短、不含特殊符号的短链名称。'],
    en: [
      'The name of the short link is not allowed.',
      'Use a short name without special characters.',
    ],
  },
  'isv.SOURCEURL_OVER_LIMIT': {
    cause: 'parameter',
    zh: ['原始链接过长', '去掉原始链接中不必要的参数后再创建。'],
    en: ['The source URL is too long.', 'Drop parameters that the source URL does not need.'],
  },
  'isv.SHORTURL_TIME_ILLEGAL': {
    cause: 'parameter',
    zh: ['短链有效期不合法', '把有效期设为 30 天以内。'],
    en: ['The validity of the short link is not allowed.', 'Set it to 30 days or less.'],
  },
  'isv.PHONENUMBERS_OVER_LIMIT': {
    cause: 'parameter',
    zh: ['手机号码超过 50000 个', '分批提交，每批不超过 50000 个号码。'],
    en: ['More than 50,000 phone numbers.', 'Submit them in batches of 50,000 or less.'],
  },
  'isv.SHORTURL_STILL_AVAILABLE': {
    cause: 'parameter',
    zh: ['该链接已有生效中的短链', '直接使用已有的短链，或等其过期后再创建。'],
    en: [
      'This URL has a short link which is still valid.',
      'Use the existing one, or wait until it has expired.',
    ],
  },
  'isv.SHORTURL_DOMAIN_EMPTY': {
    cause: 'configuration',
    zh: ['没有可用的短链域名', '在短信控制台申请并配置短链域名后再创建。'],
    en: [
      'There is no domain for short links.',
      'Apply for a short-link domain in the SMS console first.',
    ],
  },
} satisfies Record<string, CatalogueEntry>;
