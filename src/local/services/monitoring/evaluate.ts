import type { World } from '../../endpoint/world.ts';
import { changeStateAndParents } from './composites.ts';
import { judge } from './judge.ts';
import { findMetric } from './metrics.ts';
import { pointsWithin, statisticNamed } from './statistics.ts';
import type { MetricAlarm } from './store.ts';

/** CloudWatch looks once a minute, at alarms of shorter periods once a period. */
const MINUTE_MS = 60_000;

interface Place {
  readonly world: World;
  readonly accountId: string;
  readonly region: string;
}

/** Evaluates an alarm again and again. Returns what ends it. */
export function startEvaluating(alarm: MetricAlarm, place: Place): () => void {
  const { clock } = place.world;
  const everyMs = Math.min(MINUTE_MS, alarm.settings.periodSeconds * 1000);
  let cancel = () => {};
  const wait = () => {
    cancel = clock.after(everyMs - (clock.now() % everyMs), () => {
      evaluate(alarm, place);
      wait();
    });
  };
  wait();
  return () => cancel();
}

function evaluate(alarm: MetricAlarm, { world, accountId, region }: Place): void {
  const { settings } = alarm;
  const metric = findMetric(world, accountId, region, settings.metric);
  const statistic = statisticNamed(settings.statistic);
  const periodMs = settings.periodSeconds * 1000;
  const now = world.clock.now();
  const values = Array.from({ length: settings.evaluationPeriods }, (_, i) => {
    const to = now - (settings.evaluationPeriods - 1 - i) * periodMs;
    const points = pointsWithin(metric, { from: to - periodMs, to, unit: settings.unit });
    return points.length ? statistic(points) : undefined;
  });
  const judgement = judge(settings, values);
  if (judgement && judgement.state !== alarm.state) changeStateAndParents(world, alarm, judgement);
}
