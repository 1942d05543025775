import { Module } from '@nestjs/common';
import { ConfigModule } from '@nestjs/config';
import { TerminusModule } from '@nestjs/terminus';
import { AliyunSmsModule } from 'nestjs-aliyun-sms';
import { aliyunSmsConfig } from 'nestjs-aliyun-sms/config';
import { AliyunSmsHealthIndicator } from 'nestjs-aliyun-sms/terminus';
import { FormController } from './form.controller.js';
import { HealthController } from './health.controller.js';
import { MetricsController } from './metrics.controller.js';
import { SmsController } from './sms.controller.js';

@Module({
  imports: [
    ConfigModule.forRoot({ isGlobal: true }),
    AliyunSmsModule.forRootAsync(aliyunSmsConfig.asProvider()),
    AliyunSmsModule.forFeature([
      { name: 'login', title: '登录验证码' },
      { name: 'order', title: '订单通知' },
    ]),
    TerminusModule,
  ],
  controllers: [SmsController, FormController, HealthController, MetricsController],
  providers: [AliyunSmsHealthIndicator],
})
export class AppModule {}
