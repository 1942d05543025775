import type { ConfigFieldOptions } from '../schema/config-field.decorator.js';
import type { LocalizedText } from '../common/localized-text.wire.js';
import type {
  FlowControlOptions,
  LimitSubject,
  LimitWindow,
  TemplateKind,
} from '../limits/index.js';

const KIND_TITLES = {
  verification: { en: 'Verification codes', zh: '验证码' },
  notification: { en: 'Notifications', zh: '通知' },
  promotion: { en: 'Promotions', zh: '推广' },
} satisfies Record<TemplateKind, LocalizedText>;

const SUBJECT_TITLES = {
  phone: { en: 'Number', zh: '号码' },
  'sign+phone': { en: 'Signature and number', zh: '签名 + 号码' },
  'sign+template+phone': { en: 'Signature, template and number', zh: '签名 + 模板 + 号码' },
} satisfies Record<LimitSubject, LocalizedText>;

const KIND: ConfigFieldOptions = {
  kind: 'select',
  options: Object.keys(KIND_TITLES),
  optionTitles: KIND_TITLES,
};

const WINDOW = {
  limit: { kind: 'number', title: { en: 'Messages', zh: '条数' }, required: true, min: 1 },
  windowMs: {
    kind: 'number',
    title: { en: 'Within (ms)', zh: '时间窗口（毫秒）' },
    required: true,
    min: 1,
  },
  by: {
    kind: 'select',
    title: { en: 'Counted by', zh: '计数对象' },
    options: Object.keys(SUBJECT_TITLES),
    optionTitles: SUBJECT_TITLES,
    required: true,
  },
} satisfies Record<keyof LimitWindow, ConfigFieldOptions>;

const WINDOWS: ConfigFieldOptions = {
  kind: 'rows',
  title: { en: 'Windows', zh: '窗口' },
  fields: WINDOW,
};

const ALIYUN = {
  title: { en: "Aliyun's defaults", zh: '阿里云默认规则' },
  constant: 'aliyun',
};
const OWN = { title: { en: 'Windows of your own', zh: '自定义窗口' }, field: WINDOWS };

const windowsOf = (kind: TemplateKind): ConfigFieldOptions => ({
  ...WINDOWS,
  title: KIND_TITLES[kind],
  required: true,
});

/** What a file can hold of the options; a store stands in code. */
const OPTIONS = {
  windows: {
    kind: 'choice',
    title: { en: 'Windows', zh: '窗口' },
    alternatives: [
      ALIYUN,
      OWN,
      {
        title: { en: 'By kind of template', zh: '按模板类型' },
        field: {
          kind: 'group',
          fields: {
            verification: windowsOf('verification'),
            notification: windowsOf('notification'),
            promotion: windowsOf('promotion'),
          } satisfies Record<TemplateKind, ConfigFieldOptions>,
        },
      },
    ],
  },
  kind: {
    ...KIND,
    title: { en: 'Kind of other templates', zh: '其他模板的类型' },
    default: 'verification' satisfies TemplateKind,
  },
  kinds: {
    kind: 'map',
    title: { en: 'Kinds of templates', zh: '模板类型' },
    keys: {
      kind: 'text',
      title: { en: 'Template code', zh: '模板代码' },
      placeholder: 'SMS_123456789',
    },
    values: { ...KIND, title: { en: 'Kind', zh: '类型' } },
  },
  exempt: {
    kind: 'list',
    title: { en: 'Numbers without limits', zh: '不受限的号码' },
    placeholder: '+85251234567',
  },
  countForeign: {
    kind: 'boolean',
    title: { en: 'Count numbers abroad', zh: '境外号码也计数' },
    default: false,
  },
  onStoreError: {
    kind: 'select',
    title: { en: 'When the store fails', zh: '计数存储出错时' },
    options: ['allow', 'refuse'],
    optionTitles: {
      allow: { en: 'Send uncounted', zh: '照常发送，不计数' },
      refuse: { en: 'Refuse to send', zh: '拒绝发送' },
    },
  },
  storeTimeout: {
    kind: 'number',
    title: { en: 'Timeout of the store (ms)', zh: '计数存储超时（毫秒）' },
    default: 1_000,
    min: 1,
  },
} satisfies Record<Exclude<keyof FlowControlOptions, 'store'>, ConfigFieldOptions>;

/** The form of the option `limits`. */
export const LIMITS_FORM = {
  kind: 'choice',
  alternatives: [
    ALIYUN,
    OWN,
    {
      title: { en: 'With further options', zh: '更多选项' },
      field: { kind: 'group', fields: OPTIONS },
    },
  ],
} satisfies ConfigFieldOptions;
