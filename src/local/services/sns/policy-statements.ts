import { defaultPolicy } from './policy.ts';
import { invalidParameter } from './sns-error.ts';
import type { Topic } from './store.ts';

/** One statement of a topic's policy, as far as it is read here. */
interface TopicStatement {
  readonly Sid?: string;
}

interface TopicPolicy {
  readonly Statement: readonly TopicStatement[];
}

function documentOf(topic: Topic): TopicPolicy {
  const document = JSON.parse(topic.attributes.get('Policy') ?? defaultPolicy(topic));
  return { ...document, Statement: [document.Statement].flat() };
}

/** @throws ServiceError `InvalidParameter` */
export function addStatement(topic: Topic, statement: TopicStatement & { readonly Sid: string }): void {
  const document = documentOf(topic);
  if (document.Statement.some(({ Sid }) => Sid === statement.Sid)) {
    throw invalidParameter('Statement already exists');
  }
  setStatements(topic, document, [...document.Statement, statement]);
}

/** @throws ServiceError `InvalidParameter` */
export function removeStatement(topic: Topic, label: string): void {
  const document = documentOf(topic);
  const kept = document.Statement.filter(({ Sid }) => Sid !== label);
  // Whether AWS takes a label that is not there in silence is not documented.
  if (kept.length === document.Statement.length) throw invalidParameter('Label');
  setStatements(topic, document, kept);
}

/** Without a statement the policy is the default one again: a policy cannot be empty. */
function setStatements(topic: Topic, document: object, Statement: readonly TopicStatement[]): void {
  if (Statement.length === 0) topic.attributes.delete('Policy');
  else topic.attributes.set('Policy', JSON.stringify({ ...document, Statement }));
}
