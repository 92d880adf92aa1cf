/** A file given to the application becomes a new text on the server. */

import { notifications } from '@mantine/notifications'
import { api, importDraft } from '@travaux/core'
import i18next from 'i18next'
import { goTo } from '../app/router.tsx'
import type { Order } from '../host/host.ts'
import { newId } from '../wire/id.ts'
