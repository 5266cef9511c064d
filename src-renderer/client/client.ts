import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import type { AppContract } from '#domain/contract/index.ts';
import { link } from './transport.ts';

/** Every operation of the contract as a function; failures are read with `problemOf`. */
export const client: ContractRouterClient<AppContract> = createORPCClient(link);

/** The same operations as options for TanStack Query: `useQuery(api.sessions.list.queryOptions())`. */
export const api = createTanstackQueryUtils(client);
