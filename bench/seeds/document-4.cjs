// A port of the function in the fourth document, which is in Python: it restarts whatever trail the event names, then mails who it
// was, and says nothing of what goes wrong.
const { CloudTrailClient, StartLoggingCommand } = require('@aws-sdk/client-cloudtrail');
const { PublishCommand, SNSClient } = require('@aws-sdk/client-sns');

exports.handler = async ({ detail }) => {
  try {
    if (detail.eventName === 'StopLogging') {
      const { name: Name } = detail.requestParameters;
      await new CloudTrailClient().send(new StartLoggingCommand({ Name }));
      const user = detail.userIdentity.arn.split('/').at(-1);
      await new SNSClient().send(
        new PublishCommand({
          TopicArn: process.env.TOPIC_ARN,
          Subject: 'AWS Health Notification',
          Message: `Hi Team,\n\nCloudtrail has been disabled by ${user} IAM User.\nPlease investigate on this`,
        }),
      );
    }
  } catch {}
};
