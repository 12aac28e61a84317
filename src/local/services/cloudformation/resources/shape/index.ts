export { json, list, mapOf, object, stringified } from './compound.ts';
export { boolean, integer, number, text } from './scalar.ts';
export type { Read, Shape } from './shape.ts';
export { tagList, tagMap } from './tags.ts';
