/** Today's header of a street file. */
export const streetHeader =
  'Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,Crime type,Last outcome category,Context'

/** One incident of a street file; what is not said is ordinary. */
export interface Incident {
  id?: string
  month?: string
  force?: string
  longitude?: string
  latitude?: string
  location?: string
  lsoa?: string
  lsoaName?: string
  type?: string
  outcome?: string
  context?: string
}

let made = 0

/** A Crime ID as published: 64 hexadecimal digits, never the same twice. */
export function aCrimeId(): string {
  made++
  return made.toString(16).padStart(64, '0')
}

/** The line of an incident, without its line end. */
export function incidentLine(incident: Incident = {}): string {
  const force = incident.force ?? 'Leicestershire Police'
  return [
    incident.id ?? aCrimeId(),
    incident.month ?? '2022-09',
    force,
    force,
    incident.longitude ?? '-1.132503',
    incident.latitude ?? '52.629831',
    incident.location ?? 'On or near Abbey Lane',
    incident.lsoa ?? 'E01013649',
    incident.lsoaName ?? 'Leicester 012A',
    incident.type ?? 'Burglary',
    incident.outcome ?? 'Under investigation',
    incident.context ?? '',
  ].join(',')
}

/** A street file of incidents, or of lines as they are. */
export function streetFile(lines: (Incident | string)[], lineEnd = '\n'): string {
  const texts = lines.map((line) => (typeof line === 'string' ? line : incidentLine(line)))
  return [streetHeader, ...texts, ''].join(lineEnd)
}
