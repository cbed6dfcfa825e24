vcl 4.1;
# Varnish in front of Byline, with vmod xkey (Debian: varnish, varnish-modules). Set BYLINE_CACHE_SURROGATE_KEYS to
# true, BYLINE_CACHE_PURGE_URLS to the address of each Varnish, BYLINE_TRUSTED_PROXIES to its network, and
# BYLINE_DELIVERY_STALE_IF_ERROR to the time for which copies may show while Byline is away (5m).

import std;
import xkey;

backend byline {
    .host = "127.0.0.1";
    .port = "8080";
    .first_byte_timeout = 15s;
    .probe = {
        .url = "/q/health/ready";
        .interval = 1s;
        .timeout = 1s;
        .window = 3;
        .threshold = 2;
        .initial = 2;
    }
}

# Who may purge: the nodes of Byline.
acl nodes {
    "127.0.0.1";
    "::1";
}

sub vcl_recv {
    if (req.method == "PURGE") {
        if (client.ip !~ nodes) {
            return (synth(403));
        }
        set req.http.purged = xkey.purge(req.http.xkey-purge);
        return (synth(200, "Purged " + req.http.purged));
    }
    if (req.method != "GET" && req.method != "HEAD") {
        return (pass);
    }
    # Replies to keys and tokens are never shared, whatever they say.
    if (req.url !~ "^/v1/" || req.url ~ "^/v1/newsroom(/|$|\?)" || req.http.Authorization || req.http.Edit-Token
        || req.url ~ "/comments/(stream|form)(\?|$)") {
        return (pass);
    }
    # A copy past its time only when nobody can make the reply anew.
    if (std.healthy(req.backend_hint)) {
        set req.grace = 0s;
    }
    # Nothing that a reader's browser sends besides makes another reply.
    unset req.http.Cookie;
    set req.url = std.querysort(req.url);
    return (hash);
}

sub vcl_hash {
    hash_data(req.url);
    return (lookup);
}

sub vcl_backend_response {
    if (beresp.http.Surrogate-Key) {
        set beresp.http.xkey = beresp.http.Surrogate-Key;
    }
    # Only what Byline calls public; for as long as it says, and on while it does not answer.
    if (beresp.http.Cache-Control !~ "public" || beresp.status >= 500) {
        set beresp.uncacheable = true;
        set beresp.ttl = 0s;
        return (deliver);
    }
    if (beresp.status == 200) {
        # What Byline says to caches that it purges (BYLINE_DELIVERY_CDN_MAX_AGE), or else to all.
        set beresp.http.told = beresp.http.Cache-Control;
        if (beresp.http.CDN-Cache-Control) {
            set beresp.http.told = beresp.http.CDN-Cache-Control;
        }
        set beresp.ttl = std.duration(regsub(beresp.http.told, "^.*max-age=([0-9]+).*$", "\1") + "s", 0s);
        # It never reaches past a moment at which the reply itself ends.
        set beresp.grace = std.duration(regsub(beresp.http.told, "^.*stale-if-error=([0-9]+).*$", "\1") + "s", 0s);
        unset beresp.http.told;
    }
}

sub vcl_deliver {
    unset resp.http.xkey;
    unset resp.http.Surrogate-Key;
    unset resp.http.CDN-Cache-Control;
    unset resp.http.Surrogate-Control;
}
