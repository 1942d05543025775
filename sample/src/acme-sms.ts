import { IsNotEmpty, IsUrl } from 'class-validator';
import {
  ConfigField,
  SmsRejectedException,
  SmsType,
  type ProviderMessage,
  ProviderSms,
} from 'nestjs-aliyun-sms';

/** What an instance of the type is given; the console draws its form from it. */
export class AcmeConfig {
  @ConfigField({ kind: 'text', title: { en: 'Address', zh: '地址' } })
  @IsUrl({ require_tld: false })
  url!: string;

  // A text of which nothing is said is a secret: the console never shows it.
  @IsNotEmpty()
  apiToken!: string;
}

/** With this, a typo in the options of an instance of the type does not compile. */
declare module 'nestjs-aliyun-sms' {
  interface SmsTypeOptionsMap {
    'SMS.Acme': AcmeConfig;
  }
}

/** A type of another provider, here of one that takes JSON and answers with an id or an error. */
@SmsType('SMS.Acme', {
  config: AcmeConfig,
  title: { en: 'Acme SMS (example)', zh: 'Acme 短信（示例）' },
})
export class AcmeSms extends ProviderSms<AcmeConfig> {
  protected async deliver({ phones, template, params, outId, signal }: ProviderMessage) {
    const response = await this.fetch(this.config.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${this.config.apiToken}`,
      },
      body: JSON.stringify({ to: phones, template, params, reference: outId }),
      signal,
    });
    const { id, error } = (await response.json()) as { id: string; error?: string };
    if (error) throw new SmsRejectedException({ aliyunCode: error, aliyunMessage: 'Acme refused' });
    return { bizId: id };
  }
}
