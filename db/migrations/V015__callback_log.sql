-- Callbacks that can be looked for, with what was asked. See db/README.md.

alter table webhook_endpoints
  add column sequence bigint not null default 1 comment 'grows with each change' after failing_since;

alter table deliveries
  add column type      varchar(40) character set ascii not null default '' comment 'of its event; here, so that the log finds it' after event_id,
  add column object_id varchar(64) character set ascii not null default '' comment 'of what the event is about' after type;

update deliveries
join events on events.id = deliveries.event_id
set
  deliveries.type = events.type,
  deliveries.object_id = left(coalesce(json_value(events.data, '$.id'), ''), 64);

alter table deliveries
  add key deliveries_type_ix (endpoint_id, type, id),
  add key deliveries_state_ix (endpoint_id, state, id),
  add key deliveries_object_ix (endpoint_id, object_id, id);

alter table delivery_attempts
  add column url        varchar(2000) not null default '' comment 'where it went' after started_at,
  add column signatures varchar(200)  character set ascii not null default '' comment 'as they were sent' after url;
