// A port of the function in the third document, which is in Python: it mails eight calls on trails, and after the mail restarts what
// StopLogging names.
const { CloudTrailClient, StartLoggingCommand } = require('@aws-sdk/client-cloudtrail');
const { PublishCommand, SNSClient } = require('@aws-sdk/client-sns');

const publish = (Subject, event) =>
  new SNSClient().send(
    new PublishCommand({
      TargetArn: process.env.TOPIC_ARN,
      Subject,
      Message: JSON.stringify({ default: JSON.stringify(event) }),
      MessageStructure: 'json',
    }),
  );

exports.handler = async (event) => {
  const { eventName, requestParameters } = event.detail;
  if (eventName !== 'StopLogging') {
    return publish(`CloudTrail event- "${eventName}" received`, event).catch(console.error);
  }
  const { name: Name } = requestParameters;
  await publish(`CloudTrail event- "${eventName}" received. Will automatically enable logging.`, event);
  await new CloudTrailClient().send(new StartLoggingCommand({ Name })).catch(console.error);
};
