import type { ErrorPageCode } from '../../shared/api/errors.ts'
import { usePage, usePath } from '../ui/page.ts'
import { SearchBox } from '../ui/SearchBox.tsx'

/** Failures after which looking for the place is the next thing to do. */
const lookedFor: ReadonlySet<ErrorPageCode> = new Set(['NOT_FOUND', 'FORCE_NOT_FOUND', 'NEIGHBOURHOOD_NOT_FOUND'])

/** Failures after which signing in is the next thing to do. */
const signInNext: ReadonlySet<ErrorPageCode> = new Set(['SIGN_IN_FIRST', 'LINK_NOT_VALID'])

interface Props {
  code: ErrorPageCode
  /** The parameter that was wrong, if one was. */
  parameter: string
  /** Number under which the log holds the cause, for an unexpected fault. */
  reference: string | undefined
}

/** What a person sees when a request fails: what happened and what to do next. */
export function ErrorPage({ code, parameter, reference }: Props) {
  const { t } = usePage()
  const to = usePath()
  return (
    <div class="patch-reading">
      <h1 class="govuk-heading-l">{t(`errors:${code}_title`)}</h1>
      <p class="govuk-body">{t(`errors:${code}_next`, { parameter })}</p>
      {reference && <p class="govuk-body">{t('errors:reference', { reference })}</p>}
      {signInNext.has(code) && (
        <p class="govuk-body">
          {/* In a tab of its own: what was typed is kept in this one. */}
          <a
            class="govuk-link"
            href="/sign-in"
            {...(code === 'SIGN_IN_FIRST' ? { target: '_blank', rel: 'noopener' } : {})}
          >
            {t('common:teamSignIn')}
          </a>
        </p>
      )}
      {lookedFor.has(code) ? (
        <SearchBox label={t('home:searchLabel')} primary />
      ) : (
        <p class="govuk-body">
          <a class="govuk-link" href={to('/')}>
            {t('common:home')}
          </a>
        </p>
      )}
    </div>
  )
}
