import { rmSync } from 'node:fs';
import {
  App,
  CfnElement,
  CfnOutput,
  type IStackSynthesizer,
  LegacyStackSynthesizer,
  Stack,
} from 'aws-cdk-lib';
import { formatTemplate } from './format-template.ts';
import { addParameters } from './parameters.ts';
import { Trailkeeper } from './trailkeeper-construct.ts';

interface TemplateProps {
  /** The function: CommonJS with `exports.handler`. */
  readonly functionCode: string;
  /** The version of trailkeeper. */
  readonly release: string;
  /** @default a folder for temporary files */
  readonly outdir?: string;
}

/** The app whose only stack is the self-contained template: no bootstrap, no assets, nothing that only CDK reads. */
export function makeTemplateApp({ functionCode, release, outdir }: TemplateProps): {
  app: App;
  stack: Stack;
} {
  const app = new App({
    ...(outdir && { outdir }),
    analyticsReporting: false,
    treeMetadata: false,
    // It takes conditions that exclude each other for possible together; cfn-lint checks what comes out.
    builtinCloudFormationValidation: false,
  });
  const stack = new Stack(app, 'trailkeeper', {
    // aws-cdk-lib's own types disagree with each other where `exactOptionalPropertyTypes` is on, as it is for the tests.
    synthesizer: new LegacyStackSynthesizer() as IStackSynthesizer,
    description: `trailkeeper ${release}: CloudTrail that cannot stay off`,
  });
  stack.templateOptions.templateFormatVersion = '2010-09-09';
  const settings = addParameters(stack);
  const trailkeeper = new Trailkeeper(stack, 'Trailkeeper', { functionCode, release, settings });
  addOutputs(stack, trailkeeper);
  useShortNames(stack);
  return { app, stack };
}

/** The template as text, the same for the same source. */
export function synthesize(props: TemplateProps): string {
  const { app, stack } = makeTemplateApp(props);
  const assembly = app.synth();
  try {
    return formatTemplate(assembly.getStackByName(stack.stackName).template);
  } finally {
    rmSync(assembly.directory, { recursive: true });
  }
}

function addOutputs(stack: Stack, { coverage, topicArn, queues, logGroup, ledger }: Trailkeeper): void {
  const add = (id: string, description: string, value: string) =>
    new CfnOutput(stack, id, { description, value });
  add(
    'AlertSubscription',
    'Whether the alerts reach someone. While it waits for confirmation: open the mail from AWS Notifications and confirm.',
    coverage.getAtt('AlertSubscription').toString(),
  );
  add('GuardedTrails', 'What is guarded since this deployment.', coverage.getAtt('GuardedTrails').toString());
  add('AlertTopic', 'Where alerts are published; subscribe machines to it too.', topicArn);
  add('FunctionLogGroup', 'One line of JSON for each run of the function.', logGroup.ref);
  add('EventQueue', 'Events on their way to the function.', queues.queue.ref);
  add(
    'EventDeadLetterQueue',
    'What nobody could use, with the reason; should be empty.',
    queues.deadLetterQueue.ref,
  );
  add('LedgerTable', 'What the guard remembers. It stays when the stack is deleted.', ledger.ref);
}

/** Logical ids without CDK's path and hash: people read this template, and there is only one guard in it. */
function useShortNames(stack: Stack): void {
  for (const construct of stack.node.findAll()) {
    if (construct instanceof CfnElement && !(construct instanceof Stack))
      construct.overrideLogicalId(construct.node.id);
  }
}
