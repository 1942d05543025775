import { Injectable } from '@nestjs/common';
import { type HealthIndicatorResult, HealthIndicatorService } from '@nestjs/terminus';
import { SmsRegistry } from '../index.js';
import type { AliyunSmsHealthOptions } from './aliyun-sms-health.options.js';
import { instanceHealth } from './instance-health.js';

const DEFAULT_TIMEOUT = 3000;

/** Checks for `@nestjs/terminus` that Aliyun can be reached and knows the account. Sends no message. */
@Injectable()
export class AliyunSmsHealthIndicator {
  constructor(
    private readonly registry: SmsRegistry,
    private readonly health: HealthIndicatorService,
  ) {}

  /**
   * Returns `up` if every checked instance is up.
   *
   * @example () => this.aliyunSms.isHealthy('sms', { instances: ['login'], timeout: 1000 })
   */
  async isHealthy<Key extends string>(
    key: Key,
    { instances = this.#checkable(), timeout = DEFAULT_TIMEOUT }: AliyunSmsHealthOptions = {},
  ): Promise<HealthIndicatorResult<Key>> {
    const results = await Promise.all(
      instances.map(
        async (name) => [name, await instanceHealth(this.registry.get(name), timeout)] as const,
      ),
    );
    const data = { instances: Object.fromEntries(results) };
    const check = this.health.check(key);
    return results.every(([, { status }]) => status === 'up') ? check.up(data) : check.down(data);
  }

  /** An instance without `ping` can tell nothing of its health. */
  #checkable(): string[] {
    const { registry } = this;
    return registry.names().filter((name) => {
      const sms = registry.get(name);
      return sms.hasAccount && sms.ping !== undefined;
    });
  }
}
