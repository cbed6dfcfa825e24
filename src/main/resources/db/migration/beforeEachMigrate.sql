-- A migration may take longer than any statement of a request.
set local statement_timeout = 0;
