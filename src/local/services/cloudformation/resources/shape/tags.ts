import { list, mapOf, object } from './compound.ts';
import { text } from './scalar.ts';

/** Tags as most resource types have them. */
export const tagList = list(object({ Key: text, Value: text }, ['Key', 'Value']));

/** Tags as some newer resource types have them. */
export const tagMap = mapOf(text);
