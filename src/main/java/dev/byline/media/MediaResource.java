package dev.byline.media;

class MediaResource {

    static final String PATH = "/v1/media";
}
