import { Module } from '@nestjs/common';
import { ConfigModule } from '@nestjs/config';
import { AliyunSmsModule } from 'nestjs-aliyun-sms';
import { aliyunSmsConfig } from 'nestjs-aliyun-sms/config';
import { FormController } from './form.controller.js';
import { SmsController } from './sms.controller.js';

@Module({
  imports: [
    ConfigModule.forRoot({ isGlobal: true }),
    AliyunSmsModule.forRootAsync(aliyunSmsConfig.asProvider()),
    AliyunSmsModule.forFeature([
      { name: 'login', title: '登录验证码' },
      { name: 'order', title: '订单通知' },
    ]),
  ],
  controllers: [SmsController, FormController],
})
export class AppModule {}
