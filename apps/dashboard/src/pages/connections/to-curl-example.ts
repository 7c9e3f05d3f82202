/**
 * A ping in a signed webhook, as one's own code would send it, to be pasted into a shell; like an order in
 * docs/guides/generic-webhook.md, and changing nothing.
 */
export function toCurlExample(hookUrl: string, secret: string): string {
  return String.raw`HOOK_URL='${hookUrl}'
SECRET='${secret}'
body='{"spec": "1", "id": "evt_1", "type": "ping", "occurredAt": "${exampleAt}", "data": {}}'

id="msg_$(openssl rand -hex 12)"
timestamp="$(date +%s)"
key="$(printf %s "${'$'}{SECRET#whsec_}" | openssl base64 -d -A | od -An -v -tx1 | tr -d ' \n')"
signature="$(printf '%s.%s.%s' "$id" "$timestamp" "$body" |
  openssl dgst -sha256 -mac HMAC -macopt "hexkey:$key" -binary | openssl base64 -A)"

curl --silent --show-error --fail-with-body "$HOOK_URL" \
  --header 'content-type: application/json' \
  --header "webhook-id: $id" \
  --header "webhook-timestamp: $timestamp" \
  --header "webhook-signature: v1,$signature" \
  --data-binary "$body"`;
}

const exampleAt = '2026-11-22T10:00:00Z';
