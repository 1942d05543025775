import { getMetadataStorage } from '../common/class-validator.js';
import type { ValidationMetadata } from 'class-validator/types/metadata/ValidationMetadata.js';

/** The rules of class-validator on a class and on those that it extends, by property. */
export function rulesOf(target: Function): ReadonlyMap<string, readonly ValidationMetadata[]> {
  const found = new Map<string, ValidationMetadata[]>();
  const rules = getMetadataStorage().getTargetValidationMetadatas(target, '', false, false);
  for (const rule of rules) {
    const ofProperty = found.get(rule.propertyName) ?? [];
    found.set(rule.propertyName, ofProperty);
    ofProperty.push(rule);
  }
  return found;
}
