/** What has been established about an incident, and what has not: from the logs, and from people who say so. */
export interface IncidentFacts {
  readonly now: Date;
  /** When the incident came to light; the six hours run from here. Null: nobody said. */
  readonly discoveredAt: Date | null;
  /** Whether the proxy log was examined for suspicious traffic to the outside, and the terminals it came from. */
  readonly outbound:
    | { readonly examined: 'not yet' }
    /** Nothing suspicious in what could be looked for, and something could not. */
    | { readonly examined: 'partly' }
    | { readonly examined: 'impossible' }
    /** `asTold`: people say so, and the log does not show it by itself. */
    | { readonly examined: 'yes'; readonly terminals: readonly string[]; readonly asTold?: boolean };
  /** What caused the suspicious traffic. `person`: a person's own doing, and no virus, as the text asks for it. */
  readonly cause: 'not established' | 'person' | 'virus suspected';
  /** Logons, successful or failed, that no person made. `not examined` also where the logs could not have shown them. */
  readonly programLogons: 'not examined' | 'none found' | 'found';
  /** The terminals that such logons came from, as far as they are known. */
  readonly programTerminals: readonly string[];
  /** Whether such a logon had an administrator's privilege. */
  readonly administrator: 'not examined' | 'not involved' | 'involved';
  /** People say that the range of the infection was identified and the virus removed. */
  readonly contained: boolean;
}
