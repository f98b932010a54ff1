/** What GraphiQL opens with: questions that people have, ready to run. */
export const EXAMPLE_QUERIES: readonly string[] = [
  `# Where do the libraries disagree, and why?
query OpenGaps {
  gaps(first: 50) {
    totalCount
    countsByReason {
      reason
      count
    }
    nodes {
      kind
      reason
      plexPath
      stashPath
      nextStep
      firstSeenAt
    }
  }
}
`,
  `# Why did a file not match? Put its name in, as Plex shows it.
query WhyNoMatch {
  explainMatch(fileName: "folder/file.mp4") {
    outcome
    reason
    steps {
      strategy
      finding
      tried
    }
  }
  recentMatches(first: 20, outcome: MISSED) {
    nodes {
      at
      explanation {
        fileName
        reason
      }
    }
  }
}
`,
  `# Which path rules never hit? Look for zeros, and for rules that another one shadows.
query IdleRules {
  pathRules {
    position
    name
    description
    hitsToStash
    hitsToPlex
    lastHitAt
    roundTrip {
      covered
      matched
      shadowedBy
    }
  }
}
`,
];
