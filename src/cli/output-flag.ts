/** Of verbs that print text or one JSON document. */
export const output = {
  kind: 'enum',
  values: ['text', 'json'],
  default: 'text',
  brief: 'How the result is printed',
} as const;
