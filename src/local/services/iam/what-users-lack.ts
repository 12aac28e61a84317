import type {
  DeleteLoginProfileRequest,
  ListGroupsForUserRequest,
  ListGroupsForUserResponse,
  ListMFADevicesRequest,
  ListMFADevicesResponse,
  ListServiceSpecificCredentialsRequest,
  ListServiceSpecificCredentialsResponse,
  ListSigningCertificatesRequest,
  ListSigningCertificatesResponse,
  ListSSHPublicKeysRequest,
  ListSSHPublicKeysResponse,
  ListVirtualMFADevicesRequest,
  ListVirtualMFADevicesResponse,
} from '@aws-sdk/client-iam';
import type { Operation } from '../../endpoint/operation.ts';
import { namedOrCallingUser } from './named-user.ts';
import { noSuchEntity, userOf } from './store.ts';

// What a user never has here, since nothing in the embedded AWS can give it. Terraform asks for each before it deletes one.

export const ListGroupsForUser: Operation<ListGroupsForUserRequest, ListGroupsForUserResponse> = (
  { UserName = '' },
  { world, accountId },
) => {
  userOf(world, accountId, UserName);
  return { Groups: [], IsTruncated: false };
};

export const ListMFADevices: Operation<ListMFADevicesRequest, ListMFADevicesResponse> = (input, call) => {
  namedOrCallingUser(input.UserName, call);
  return { MFADevices: [], IsTruncated: false };
};

export const ListVirtualMFADevices: Operation<
  ListVirtualMFADevicesRequest,
  ListVirtualMFADevicesResponse
> = () => ({ VirtualMFADevices: [], IsTruncated: false });

export const ListSSHPublicKeys: Operation<ListSSHPublicKeysRequest, ListSSHPublicKeysResponse> = (
  input,
  call,
) => {
  namedOrCallingUser(input.UserName, call);
  return { SSHPublicKeys: [], IsTruncated: false };
};

export const ListSigningCertificates: Operation<
  ListSigningCertificatesRequest,
  ListSigningCertificatesResponse
> = (input, call) => {
  namedOrCallingUser(input.UserName, call);
  return { Certificates: [], IsTruncated: false };
};

export const ListServiceSpecificCredentials: Operation<
  ListServiceSpecificCredentialsRequest,
  ListServiceSpecificCredentialsResponse
> = (input, call) => {
  namedOrCallingUser(input.UserName, call);
  return { ServiceSpecificCredentials: [], IsTruncated: false };
};

export const DeleteLoginProfile: Operation<DeleteLoginProfileRequest, void> = (input, call) => {
  const user = namedOrCallingUser(input.UserName, call);
  throw noSuchEntity(`Login Profile for User ${user.name} cannot be found.`);
};
