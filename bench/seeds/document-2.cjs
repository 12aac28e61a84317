// A port of the function in the second document, which is in Python: it restarts whatever trail the event names, and says nothing
// of what goes wrong. Its rule also has a topic as a target, which mails the raw event.
const { CloudTrailClient, StartLoggingCommand } = require('@aws-sdk/client-cloudtrail');

exports.handler = async ({ detail }) => {
  try {
    if (detail.eventName === 'StopLogging') {
      const { name: Name } = detail.requestParameters;
      await new CloudTrailClient().send(new StartLoggingCommand({ Name }));
    }
  } catch {}
};
