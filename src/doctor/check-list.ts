import type { Check } from './check.ts';
import { catalogCheck } from './checks/catalog-check.ts';
import { dataFolderCheck } from './checks/data-folder-check.ts';
import { databaseCheck } from './checks/database-check.ts';
import { folderHolderCheck } from './checks/folder-holder-check.ts';
import { freeSpaceCheck } from './checks/free-space-check.ts';
import { pictureAddressCheck } from './checks/picture-address-check.ts';
import { plexCallsCheck } from './checks/plex-calls-check.ts';
import { plexCheck } from './checks/plex-check.ts';
import { providerIdCheck } from './checks/provider-id-check.ts';
import { publicUrlCheck } from './checks/public-url-check.ts';
import { registrationCheck } from './checks/registration-check.ts';
import { ruleSamplesCheck } from './checks/rule-samples-check.ts';
import { rulesCheck } from './checks/rules-check.ts';
import { scenesCheck } from './checks/scenes-check.ts';
import { settingsCheck } from './checks/settings-check.ts';
import { stashAddressCheck } from './checks/stash-address-check.ts';
import { stashCheck } from './checks/stash-check.ts';
import { stashSchemaCheck } from './checks/stash-schema-check.ts';

/** Everything between "installed" and "metadata in Plex", in that order, which is the order of the findings too. */
export const CHECKS: readonly Check[] = [
  settingsCheck,
  dataFolderCheck,
  freeSpaceCheck,
  folderHolderCheck,
  databaseCheck,
  stashAddressCheck,
  stashCheck,
  stashSchemaCheck,
  catalogCheck,
  scenesCheck,
  providerIdCheck,
  ruleSamplesCheck,
  rulesCheck,
  plexCheck,
  registrationCheck,
  plexCallsCheck,
  publicUrlCheck,
  pictureAddressCheck,
];
