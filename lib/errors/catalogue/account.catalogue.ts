import type { AccountCode } from './aliyun-codes.js';
import type { CatalogueRow } from './catalogue-row.interface.js';

export const ACCOUNT_CATALOGUE = {
  'isv.BUSINESS_LIMIT_CONTROL': {
    cause: 'quota',
    zh: [
      '触发号码级流控',
      '等待窗口过去再发：同一签名对同一号码的验证码默认每分钟 1 条、每小时 5 条、每天 10 条；企业账号可在控制台“通用设置”中调整或添加白名单。',
    ],
    en: [
      'Flow control for this number.',
      'Wait until the window has passed (by default 1 a minute, 5 an hour, 10 a day for codes of one sign to one number); an enterprise account can change it or white-list numbers in the SMS console under General Settings.',
    ],
  },
  'isv.DAY_LIMIT_CONTROL': {
    cause: 'quota',
    actor: 'account-owner',
    zh: [
      '已达到账号的日发送限额',
      '次日（北京时间零点后）再发，或在控制台“通用设置”中提高日发送限额。',
    ],
    en: [
      "The account's daily limit is reached.",
      'Send after midnight, China time, or raise the daily limit in the SMS console under General Settings.',
    ],
  },
  'isv.MONTH_LIMIT_CONTROL': {
    cause: 'quota',
    actor: 'account-owner',
    repeat: 'no',
    zh: ['已达到账号的月发送限额', '在短信控制台“通用设置”中提高月发送限额，否则须等到下月。'],
    en: [
      "The account's monthly limit is reached.",
      'Raise the monthly limit in the SMS console under General Settings; otherwise it ends with the month.',
    ],
  },
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
} satisfies Record<AccountCode, CatalogueRow>;
