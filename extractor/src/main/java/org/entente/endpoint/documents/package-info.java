/**
 * Adding documents to a store while it is served.
 *
 * <p>Every call needs the password, in the header {@code Authorization}: {@code Bearer PASSWORD} or
 * {@code Basic} with any name. There are no cookies, and a call from a page of another site is
 * refused. Answers are JSON.
 *
 * <pre>
 * GET /documents                (no password) {"adding": true, "fetching": false, "types": ["text/plain", ...]}
 * POST /documents               202, Location: /documents/jobs/ID, and the job
 *      Content-Type: text/plain            one text; parameters: published=YYYY-MM-DD, id, title, url, source
 *      Content-Type: application/json      {"id", "published", "title", "url", "source", "text"}, or an array of them
 *      Content-Type: application/x-ndjson  the same, one object a line
 *      Content-Type: text/html, text/markdown   one page; parameter published=YYYY-MM-DD
 *      Content-Type: application/json      {"urls": ["https://...", ...]}, where the server fetches pages
 * GET /documents/jobs           {"jobs": [job, ...]}, the newest first
 * GET /documents/jobs/ID        the job:
 *      {"id": "0f3a...", "job": "/documents/jobs/0f3a...", "state": "queued",
 *       "documents": {"done": 0, "known": 0, "added": 0, "replaced": 0, "unchanged": 0, "refused": 0},
 *       "reports": 0, "events": 0, "ids": ["..."], "message": "",
 *       "problems": [{"origin": "...", "message": "...", "advice": "..."}]}
 * </pre>
 *
 * States are {@code queued}, {@code fetching}, {@code reading}, {@code joining}, {@code checking},
 * and at the end {@code done}, when the graph that is served has the documents, or {@code failed},
 * when it is as before and {@code message} says why. {@code events} counts those of the whole graph
 * afterwards; {@code ids} names the documents that were read. Errors are {@code {"error": "..."}}
 * with 400 (not to be read), 401 (no or a wrong password), 403 (from a page of another site), 404
 * (no such job), 413 (too large), 415 (of another type), 429 (too many wrong tries, or jobs that
 * wait), with {@code Retry-After}.
 */
package org.entente.endpoint.documents;
