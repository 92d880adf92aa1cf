/** What axe finds wrong with a page. */

import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** The violations, a line each. */
export async function violations(of: Page): Promise<string[]> {
  // Half a megabyte: once for each page is enough.
  if (!(await of.evaluate(() => 'axe' in window))) await of.evaluate(axe.source)
  return of.evaluate(async () => {
    const { axe: inPage } = window as unknown as { axe: typeof axe }
    const { violations: found } = await inPage.run(document, { resultTypes: ['violations'] })
    return found.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary ?? ''}`),
    )
  })
}
