/** The application: its providers, who is signed in, and which screen the address asks for. */

import { DirectionProvider, MantineProvider, useDirection } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import type { api } from '@travaux/core'
import { useEffect, useEffectEvent, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Host } from '../host/seam.ts'
import { theme, variables } from '../look/theme.ts'
import { Offline } from '../offline/offline.tsx'
import { useHues } from '../people/use-hues.ts'
import { PresentScreen } from '../present/screen.tsx'
import { TextScreen } from '../text/screen.tsx'
import { TextList } from '../texts/list.tsx'
import { SignedOut } from '../texts/signed-out.tsx'
import { VersionScreen } from '../versions/screen.tsx'
import { PostOffice } from '../wire/post.tsx'
import { meansSignedOut, meQuery, worthRetrying } from '../wire/queries.ts'
import { directionOf } from '../words/words.ts'
import { Failure, Guard, NotFound, Waiting } from './failure.tsx'
import { PortsProvider, usePorts, type Ports } from './ports.ts'
import type { Route } from './route.ts'
import { goTo, useRoute } from './router.tsx'
import { takeWanted } from './wanted.ts'

export function App({ ports }: { readonly ports: Ports }): ReactNode {
  const [client] = useState(() => openClient(ports.host))
  return (
    <DirectionProvider initialDirection={directionOf(document.documentElement.lang)}>
      <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto">
        <Direction />
        <Notifications position="bottom-left" />
        <QueryClientProvider client={client}>
          <PortsProvider value={ports}>
            <Guard>
              <Door />
            </Guard>
          </PortsProvider>
        </QueryClientProvider>
      </MantineProvider>
    </DirectionProvider>
  )
}

function openClient({ desktop }: Host): QueryClient {
  const queries = { retry: worthRetrying, staleTime: 10_000 }
  // A window of the desktop has no network of its own: whether there is one is seen from what the shell answers.
  const kept = desktop && ({ networkMode: 'always', persister: desktop.readings.persister } as const)
  return new QueryClient({ defaultOptions: { queries: { ...queries, ...kept } } })
}

/** The direction of the page follows the language of the interface. */
function Direction(): null {
  const { i18n } = useTranslation()
  const { setDirection } = useDirection()
  const direction = directionOf(i18n.language)
  useEffect(() => setDirection(direction), [direction, setDirection])
  return null
}

function Door(): ReactNode {
  const { data: me, error, refetch } = useQuery(meQuery)
  // Asked for at the same time.
  const hued = useHues()
  if (me && hued) {
    return (
      <PostOffice member={me.member.id}>
        <Offline member={me.member.id}>
          <Screen me={me} />
        </Offline>
      </PostOffice>
    )
  }
  if (meansSignedOut(error)) return <SignedOut />
  return error ? <Failure error={error} onRetry={() => void refetch()} /> : <Waiting />
}

function Screen({ me }: { readonly me: api.Me }): ReactNode {
  const route = usePlace()
  useWanted(route)
  switch (route.kind) {
    case 'texts':
      return <TextList me={me} />
    case 'write':
    case 'compare':
    case 'brackets':
    case 'history':
      return <TextScreen key={route.text} me={me} route={route} />
    case 'present':
      return <PresentScreen key={route.text} me={me} text={route.text} />
    case 'version':
      return <VersionScreen key={`${route.text} ${route.version}`} me={me} route={route} />
    case 'unknown':
      return <NotFound path={route.path} />
    default:
      return route satisfies never
  }
}

/** Who has just signed in comes to what they had asked for. */
function useWanted({ kind }: Route): void {
  const begin = useEffectEvent(() => {
    const wanted = takeWanted(localStorage, Date.now())
    if (wanted && kind === 'texts') goTo(wanted, { replace: true })
  })
  useEffect(() => begin(), [])
}

/** Where the person is now; a presenter's window of the desktop presents whatever text it is sent to. */
function usePlace(): Route {
  const route = useRoute()
  const { desktop } = usePorts().host
  return desktop?.about.presenting === true && 'text' in route ? { kind: 'present', text: route.text } : route
}
