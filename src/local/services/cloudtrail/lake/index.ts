import { CreateChannel } from './CreateChannel.ts';
import { CreateEventDataStore } from './CreateEventDataStore.ts';
import { DeleteChannel } from './DeleteChannel.ts';
import { DeleteEventDataStore } from './DeleteEventDataStore.ts';
import { DeleteResourcePolicy } from './DeleteResourcePolicy.ts';
import { DisableFederation } from './DisableFederation.ts';
import { EnableFederation } from './EnableFederation.ts';
import { GetChannel } from './GetChannel.ts';
import { GetEventDataStore } from './GetEventDataStore.ts';
import { GetResourcePolicy } from './GetResourcePolicy.ts';
import { ListChannels } from './ListChannels.ts';
import { ListEventDataStores } from './ListEventDataStores.ts';
import { PutResourcePolicy } from './PutResourcePolicy.ts';
import { RestoreEventDataStore } from './RestoreEventDataStore.ts';
import { StartEventDataStoreIngestion } from './StartEventDataStoreIngestion.ts';
import { StopEventDataStoreIngestion } from './StopEventDataStoreIngestion.ts';
import { UpdateChannel } from './UpdateChannel.ts';
import { UpdateEventDataStore } from './UpdateEventDataStore.ts';

/** The operations of CloudTrail Lake: event data stores, what may be done with them, and channels into them. */
export const lakeOperations = {
  CreateChannel,
  CreateEventDataStore,
  DeleteChannel,
  DeleteEventDataStore,
  DeleteResourcePolicy,
  DisableFederation,
  EnableFederation,
  GetChannel,
  GetEventDataStore,
  GetResourcePolicy,
  ListChannels,
  ListEventDataStores,
  PutResourcePolicy,
  RestoreEventDataStore,
  StartEventDataStoreIngestion,
  StopEventDataStoreIngestion,
  UpdateChannel,
  UpdateEventDataStore,
};
