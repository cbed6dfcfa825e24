-- The metadata that came beside the file from an agency, as it came: what is still as delivered is the agency's word.
alter table media
    add column supplied text;
