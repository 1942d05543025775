export interface RedisLimitStoreOptions {
  /**
   * What the keys begin with, in braces: as a hash tag it keeps them in one slot of a Redis Cluster,
   * without which one script could not see them all. Stores with the same prefix (and secret) share
   * their windows.
   *
   * @default 'aliyun-sms'
   * @example 'shop:sms'
   */
  prefix?: string;

  /**
   * Keys the hash of the phone numbers in the keys. Without it they are hashed plainly, which hides
   * them from a glance, but not from somebody who hashes every number there is.
   *
   * @default none
   */
  secret?: string;
}
