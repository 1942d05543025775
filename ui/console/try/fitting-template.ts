import type { InstanceAnswer } from '../../../lib/console/console.wire.ts';
import type { ReviewedTemplate } from '../../../lib/console/console.wire.ts';

/** What the name of an instance says about its messages, by the kind of a template. */
const WORDS: readonly RegExp[] = [
  /验证|登录|注册|密码|code|otp|login|verif/i,
  /通知|提醒|订单|notice|notif|alert|order/i,
  /营销|推广|促销|会员|promo|market/i,
  /国际|境外|港澳|global|intl|abroad/i,
];

/** The template that an instance most likely sends: approved, of the kind and with the words of its title. */
export function fittingTemplate(
  instance: Pick<InstanceAnswer, 'name' | 'title' | 'sign'>,
  listed: readonly ReviewedTemplate[],
): ReviewedTemplate | undefined {
  const about = `${instance.title} ${instance.name}`;
  const score = ({ state, kind, name }: ReviewedTemplate) =>
    (state === 'approved' ? 100 : 0) + (WORDS[kind]?.test(about) ? 10 : 0) + shared(about, name);
  return listed.reduce<ReviewedTemplate | undefined>(
    (best, each) => (best && score(best) >= score(each) ? best : each),
    undefined,
  );
}

/** How many pairs of letters two texts have in common. */
function shared(one: string, other: string): number {
  const pairs = new Set(Array.from(other.slice(1), (letter, i) => other.charAt(i) + letter));
  return [...pairs].filter((pair) => one.toLowerCase().includes(pair.toLowerCase())).length;
}
