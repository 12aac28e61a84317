import type { EvaluationResult } from '@aws-sdk/client-config-service';
import type { World } from '../../endpoint/world.ts';
import { sendComplianceChange } from './compliance-change.ts';
import type { Rule } from './store.ts';
import { type Judgement, judgedTrails, trailJudges } from './trail-judges.ts';

/** Where a rule looks and tells. */
export interface RulePlace {
  readonly world: World;
  readonly accountId: string;
  readonly region: string;
}

/** Judges what is there now, keeps the results, and tells EventBridge of each that is another than before. */
export function evaluateRule(rule: Rule, place: RulePlace): void {
  const { world, accountId, region } = place;
  const { definition, results } = rule;
  const judge = trailJudges.get(definition.Source?.SourceIdentifier ?? '');
  const parameters = JSON.parse(definition.InputParameters ?? '{}');
  const judgements = judge?.(judgedTrails(world, accountId, region), accountId, parameters) ?? [];
  const keys = new Set(judgements.map(keyOf));
  for (const key of results.keys()) if (!keys.has(key)) results.delete(key);
  for (const judgement of judgements) {
    const before = results.get(keyOf(judgement));
    const after = resultOf(judgement, definition.ConfigRuleName, world.clock.now());
    results.set(keyOf(judgement), after);
    if (before?.ComplianceType !== after.ComplianceType) sendComplianceChange(rule, { before, after }, place);
  }
  rule.evaluatedAt = world.clock.now();
}

const keyOf = ({ resourceType, resourceId }: Judgement): string => `${resourceType} ${resourceId}`;

const resultOf = (
  { resourceType, resourceId, compliance }: Judgement,
  ConfigRuleName: string,
  now: number,
): EvaluationResult => ({
  EvaluationResultIdentifier: {
    EvaluationResultQualifier: {
      ConfigRuleName,
      ResourceType: resourceType,
      ResourceId: resourceId,
      EvaluationMode: 'DETECTIVE',
    },
    OrderingTimestamp: new Date(now),
  },
  ComplianceType: compliance,
  ResultRecordedTime: new Date(now),
  ConfigRuleInvokedTime: new Date(now),
});
